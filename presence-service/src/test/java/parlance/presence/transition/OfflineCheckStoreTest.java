package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.RedisKey;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisPipeline;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.infra.ParlanceInfrastructure;

/** Uses a key of its own, so that no other process claims the checks that it adds. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OfflineCheckStoreTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration LATER = Duration.ofHours(1);

    @Inject RedisPipeline redis;
    @Inject RedisCommands commands;

    private final UserId ann = PresenceFixture.person().userId();
    private final UserId bob = PresenceFixture.person().userId();
    private OfflineCheckStore doubts;

    @BeforeEach
    void isolate() {
        doubts = new OfflineCheckStore(redis, commands, key());
    }

    @AfterEach
    void clean() {
        redis.send(RedisCall.of(Command.DEL, key()));
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

    private String key() {
        return redis.key(RedisKey.OFFLINE_CHECKS) + ":test";
    }
}
