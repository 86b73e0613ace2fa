package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisPipeline;
import parlance.presence.Crowd;
import parlance.presence.OtherServices;
import parlance.testing.infra.ParlanceInfrastructure;

/** Under a key of its own, so that nobody else finds due what it adds. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class DoubtStoreTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration LATER = Duration.ofHours(1);

    @Inject RedisPipeline redis;

    private final UserId ann = Crowd.person().userId();
    private final UserId bob = Crowd.person().userId();
    private DoubtStore doubts;

    @BeforeEach
    void isolate() {
        doubts = new DoubtStore(redis, "test-doubts");
    }

    @AfterEach
    void clean() {
        redis.send(Request.cmd(Command.DEL).arg(redis.key("presence", "test-doubts")));
    }

    @Test
    void whoseTimeHasComeIsDueForOneClaimant() {
        doubts.add(List.of(ann), NOW);
        doubts.add(List.of(bob), LATER);

        assertThat(doubts.claimDue(10).users()).containsExactly(ann);
        assertThat(doubts.claimDue(10).users()).isEmpty();
    }

    @Test
    void noMoreAreTakenAtOnceThanAreAskedFor() {
        doubts.add(List.of(ann, bob), NOW);

        assertThat(doubts.claimDue(1).users()).hasSize(1);
        assertThat(doubts.claimDue(1).users()).hasSize(1);
    }

    @Test
    void aNewCloseStartsTheTimeAgain() {
        doubts.add(List.of(ann), NOW);
        doubts.add(List.of(ann), LATER);

        assertThat(doubts.claimDue(10).users()).isEmpty();
    }

    @Test
    void whoWasPutInAgainMeanwhileIsNotTakenOut() {
        doubts.add(List.of(ann, bob), NOW);
        var due = doubts.claimDue(10);
        doubts.add(List.of(ann), NOW);

        doubts.remove(due);

        assertThat(doubts.claimDue(10).users()).containsExactly(ann);
    }
}
