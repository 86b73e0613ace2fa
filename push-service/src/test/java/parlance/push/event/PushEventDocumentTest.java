package parlance.push.event;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.UserId;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class PushEventDocumentTest {

    @Inject PushEventStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final String id = CommandClient.mintedId();
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "push_events");
    }

    @Test
    void anEventStandsInTheDatabaseLikeThis() {
        store.addOnce(event());
        store.addOnce(event());

        assertThat(stored.get("{_id: '%s'}".formatted(id))).isEqualTo(json(document()));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(document());

        assertThat(store.findEvent(id)).contains(event());
    }

    private PushEvent event() {
        var at = Instant.parse("2090-01-01T00:00:00.003Z");
        return new PushEvent(
                id,
                new UserId("64b7f1a2c3d4e5f60718293a"),
                List.of(new UserId("64b7f1a2c3d4e5f60718293b"), new UserId("no object id")),
                "{\"title\":\"Hi\"}",
                at,
                at);
    }

    private String document() {
        return """
        {"_id": "%s", "user": "64b7f1a2c3d4e5f60718293a", "recipients": ["64b7f1a2c3d4e5f60718293b", "no object id"],
         "message": "{\\"title\\":\\"Hi\\"}", "created_at": {"$date": "2090-01-01T00:00:00.003Z"}}
        """
                .formatted(id);
    }
}
