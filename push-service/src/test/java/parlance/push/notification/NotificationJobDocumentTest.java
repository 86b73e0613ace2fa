package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.notification.NotificationCause.Requested;
import parlance.push.subscription.Provider;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class NotificationJobDocumentTest {

    /** The workers look at what is due now; these jobs are due when no worker looks. */
    private static final Instant DUE = Instant.parse("2090-01-01T00:00:00Z");

    private static final String CAUSE =
            "\"occasion\": \"{\\\"occasion\\\":\\\"request\\\",\\\"message\\\":{\\\"title\\\":\\\"Hi\\\"}}\",";

    @Inject NotificationJobStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final String id = CommandClient.mintedId() + "/message.commands-3@7/0";
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "jobs");
    }

    @Test
    void aNewJobStandsInTheDatabaseLikeThis() {
        store.addAll(List.of(job(0)));

        assertThat(stored.get(byId())).isEqualTo(json(waiting(0)));
    }

    @Test
    void aJobThatIsDoneHasForgottenWhatItSaid() {
        store.addAll(List.of(job(0)));
        store.finish(job(0));

        assertThat(stored.get(byId()))
                .isEqualTo(
                        json(
                                waiting(0)
                                        .replace("\"state\": \"waiting\"", "\"state\": \"done\"")
                                        .replace(CAUSE, "")));
    }

    @Test
    void whatAProviderDidNotTakeIsCountedAndDueLater() {
        store.addAll(List.of(job(0)));
        store.claim(job(0));
        assertThat(stored.get(byId())).contains("\"state\": \"claimed\"");

        store.retry(job(0), DUE.plusSeconds(60));

        assertThat(stored.get(byId()))
                .isEqualTo(
                        json(
                                waiting(1)
                                        .replace(
                                                "\"due\": {\"$date\": \"2090-01-01T00:00:00Z\"}",
                                                "\"due\": {\"$date\": \"2090-01-01T00:01:00Z\"}")));
    }

    @Test
    void whoTookAJobStandsAtItsEnd() {
        store.addAll(List.of(job(0)));
        take();

        var taken = BsonDocument.parse(stored.get(byId()));
        assertThat(taken.remove("taker").isString()).isTrue();
        assertThat(json(taken.toJson()))
                .isEqualTo(
                        json(
                                waiting(0)
                                        .replace(
                                                "\"due\": {\"$date\": \"2090-01-01T00:00:00Z\"}",
                                                "\"due\": {\"$date\": \"2090-01-01T00:00:30Z\"}")));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(waiting(3));

        assertThat(take()).containsExactly(job(3, DUE.plusSeconds(30)));
    }

    private List<NotificationJob> take() {
        return store.take(Provider.FCM, DUE, 2_000, Set.of()).stream()
                .filter(job -> job.id().equals(id))
                .toList();
    }

    private NotificationJob job(int attempts) {
        return job(attempts, DUE);
    }

    private NotificationJob job(int attempts, Instant due) {
        return new NotificationJob(
                id,
                new OrganizationId("acme"),
                new UserId("64b7f1a2c3d4e5f60718293a"),
                "64b7f1a2c3d4e5f60718293d",
                Provider.FCM,
                new Requested(JsonNodeFactory.instance.objectNode().put("title", "Hi")),
                Instant.parse("2026-01-01T00:00:00.003Z"),
                due,
                DUE.plusSeconds(7),
                attempts);
    }

    private String byId() {
        return "{_id: '%s'}".formatted(id);
    }

    private String waiting(int attempts) {
        return """
        {"_id": "%s", "org": "acme", "user": "64b7f1a2c3d4e5f60718293a", "subscription": "64b7f1a2c3d4e5f60718293d",
         "provider": "fcm", "state": "waiting", %s "at": {"$date": "2026-01-01T00:00:00.003Z"},
         "due": {"$date": "2090-01-01T00:00:00Z"}, "expires": {"$date": "2090-01-01T00:00:07Z"}, "attempts": %d}
        """
                .formatted(id, CAUSE, attempts);
    }
}
