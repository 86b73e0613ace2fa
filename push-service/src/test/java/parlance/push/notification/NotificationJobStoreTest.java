package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.notification.NotificationCause.ConversationChanged;
import parlance.push.notification.NotificationCause.ConversationChanged.What;
import parlance.push.subscription.Provider;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class NotificationJobStoreTest {

    /** The lanes look at what is due now; these jobs are due when nobody else looks. */
    private static final Instant DUE = Instant.parse("2090-01-01T00:00:00Z");

    @Inject NotificationJobStore jobs;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final OrganizationId organization = new OrganizationId(CommandClient.mintedId());

    @Test
    void aJobIsTakenByOneAndClaimedOnce() {
        jobs.addAll(List.of(job("a", DUE)));

        var taken = take(DUE);
        assertThat(taken).extracting(NotificationJob::id).containsExactly(id("a"));
        assertThat(taken.getFirst().notificationCause())
                .isEqualTo(job("a", DUE).notificationCause());
        assertThat(take(DUE.plusSeconds(29))).isEmpty();

        assertThat(jobs.claim(taken.getFirst())).isTrue();
        assertThat(jobs.claim(taken.getFirst())).isFalse();
        assertThat(take(DUE.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void whatWasTakenAndNotClaimedComesBack() {
        jobs.addAll(List.of(job("a", DUE)));
        take(DUE);

        assertThat(take(DUE.plusSeconds(31))).hasSize(1);
    }

    @Test
    void aSecondOneIsTheSameEvenWhenTheFirstIsDone() {
        jobs.addAll(List.of(job("a", DUE)));
        jobs.finish(take(DUE).getFirst());

        jobs.addAll(List.of(job("a", DUE), job("b", DUE)));

        assertThat(take(DUE)).extracting(NotificationJob::id).containsExactly(id("b"));
        assertThat(stored(id("a"))).doesNotContainKey("occasion");
    }

    @Test
    void whatTheProviderDidNotTakeIsDueAgainLater() {
        jobs.addAll(List.of(job("a", DUE)));
        var taken = take(DUE).getFirst();
        jobs.claim(taken);

        jobs.retry(taken, DUE.plusSeconds(60));

        assertThat(take(DUE.plusSeconds(59))).isEmpty();
        assertThat(take(DUE.plusSeconds(60)))
                .extracting(NotificationJob::attempts)
                .containsExactly(1);
    }

    @Test
    void thoseOfAPausedOrganizationWait() {
        jobs.addAll(List.of(job("a", DUE)));

        assertThat(jobs.take(Provider.FCM, DUE, 10, Set.of(organization)))
                .extracting(NotificationJob::organizationId)
                .doesNotContain(organization);
        assertThat(take(DUE)).hasSize(1);
    }

    @Test
    void athousandJobsAreTakenByTwoReplicasEachOnce() throws Exception {
        jobs.addAll(IntStream.range(0, 1_000).mapToObj(i -> job("j" + i, DUE)).toList());
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();
        var other = Thread.ofVirtual().start(() -> drain(second));
        drain(first);
        other.join();

        var all = new HashSet<>(first);
        all.addAll(second);
        assertThat(all).hasSize(1_000);
        assertThat(first.size() + second.size()).isEqualTo(1_000);
    }

    @Test
    void whatIsDueHasAnIndexAndWhatIsOverGoes() {
        var indexes =
                mongo.getDatabase(database)
                        .getCollection("jobs")
                        .listIndexes()
                        .into(new ArrayList<>());

        assertThat(indexes)
                .extracting(index -> index.get("key", Document.class))
                .contains(
                        new Document("provider", 1).append("state", 1).append("due", 1),
                        new Document("expires", 1));
        assertThat(indexes).filteredOn(index -> index.containsKey("expireAfterSeconds")).hasSize(1);
    }

    private void drain(List<String> into) {
        while (true) {
            var taken = take(DUE);
            if (taken.isEmpty()) {
                return;
            }
            taken.stream().filter(jobs::claim).map(NotificationJob::id).forEach(into::add);
        }
    }

    /** What a lane would get, this test's own. */
    private List<NotificationJob> take(Instant now) {
        return jobs.take(Provider.FCM, now, 2_000, Set.of()).stream()
                .filter(notificationJob -> notificationJob.organizationId().equals(organization))
                .toList();
    }

    private String id(String name) {
        return organization + "/" + name;
    }

    private Document stored(String id) {
        return mongo.getDatabase(database)
                .getCollection("jobs")
                .find(new Document("_id", id))
                .first();
    }

    private NotificationJob job(String name, Instant due) {
        var user = new UserId("64b7f1a2c3d4e5f60718293a");
        return new NotificationJob(
                id(name),
                organization,
                user,
                "64b7f1a2c3d4e5f60718293d",
                Provider.FCM,
                new ConversationChanged(
                        new ConversationId("64b7f1a2c3d4e5f60718293b"), "Team", user, What.ADDED),
                due,
                due,
                due.plus(Duration.ofDays(1)),
                0);
    }
}
