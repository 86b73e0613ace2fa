package parlance.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class SessionDocumentTest {

    @Inject SessionStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final String id = CommandClient.mintedId();
    private final String user = CommandClient.mintedId();
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "sessions");
    }

    @Test
    void aSessionThatWasRenewedStandsInTheDatabaseLikeThis() {
        var replaced =
                List.of(new Session.Replaced("hash 1", Instant.parse("2026-01-01T00:00:01.002Z")));

        store.add(session("hash 2", replaced, true));

        assertThat(stored.get(byId())).isEqualTo(json(renewed()));
    }

    @Test
    void aNewSessionHasNoRefreshToken() {
        store.add(session(null, List.of(), false));

        assertThat(stored.get(byId())).isEqualTo(json(begun()));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        var replaced =
                List.of(new Session.Replaced("hash 1", Instant.parse("2026-01-01T00:00:01.002Z")));
        stored.add(renewed());

        assertThat(store.find(new SessionId(id))).contains(session("hash 2", replaced, true));
    }

    @Test
    void whatEarlierVersionsLeftOutIsReadAsNone() {
        stored.add(
                begun().replace(
                                "\"refresh_hash\": null, \"successors\": [], \"replaced\": [],",
                                ""));

        assertThat(store.find(new SessionId(id))).contains(session(null, List.of(), false));
    }

    private Session session(
            @Nullable String refreshHash, List<Session.Replaced> replaced, boolean ended) {
        return new Session(
                new SessionId(id),
                new OrganizationId("acme"),
                new UserId(user),
                new DeviceId("phone"),
                refreshHash,
                List.of(),
                replaced,
                Instant.parse("2090-01-01T00:00:00.003Z"),
                ended,
                1);
    }

    private String byId() {
        return "{_id: {$oid: '%s'}}".formatted(id);
    }

    private String renewed() {
        return """
        {"_id": {"$oid": "%s"}, "org": "acme", "user": "%s", "device": "phone", "refresh_hash": "hash 2",
         "successors": [], "replaced": [{"hash": "hash 1", "good_until": {"$date": "2026-01-01T00:00:01.002Z"}}],
         "expires_at": {"$date": "2090-01-01T00:00:00.003Z"}, "ended": true, "version": {"$numberLong": "1"}}
        """
                .formatted(id, user);
    }

    private String begun() {
        return """
        {"_id": {"$oid": "%s"}, "org": "acme", "user": "%s", "device": "phone", "refresh_hash": null, "successors": [], "replaced": [],
         "expires_at": {"$date": "2090-01-01T00:00:00.003Z"}, "ended": false, "version": {"$numberLong": "1"}}
        """
                .formatted(id, user);
    }
}
