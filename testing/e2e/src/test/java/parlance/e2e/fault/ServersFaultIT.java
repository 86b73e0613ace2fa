package parlance.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.local.infra.Component.KAFKA;
import static parlance.local.infra.Component.MONGO;
import static parlance.local.infra.Component.REDIS;
import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.ContinuousSender;
import parlance.e2e.client.FaultScenario;
import parlance.e2e.client.FrozenProcess;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.local.infra.Infrastructure;
import parlance.local.launcher.Suite;

/** A server goes away and comes back. */
class ServersFaultIT {

    private static final Duration LONGER_THAN_A_LEASE = TestSuite.LEASE.plusSeconds(3);

    private final Suite suite = TestSuite.breakable();
    private final Infrastructure servers = suite.infrastructure();
    private final FaultScenario faultScenario = new FaultScenario(suite);

    @Test
    void kafkaIsStoppedAndStarted() throws Exception {
        faultScenario.of(_ -> servers.stop(KAFKA), () -> servers.start(KAFKA));
    }

    @Test
    void theDatabaseIsStoppedAndStarted() throws Exception {
        faultScenario.of(_ -> servers.stop(MONGO), () -> servers.start(MONGO));
    }

    @Test
    void redisIsStoppedAndComesBackEmpty() throws Exception {
        faultScenario.of(
                continuousSender -> {
                    isOldEnoughToStay(continuousSender);
                    servers.flushRedis();
                    servers.stop(REDIS);
                },
                () -> servers.start(REDIS));
    }

    @Test
    void redisIsFrozenForLongerThanALease() throws Exception {
        var redis = servers.child(REDIS).orElseThrow();
        var frozen = new AtomicReference<FrozenProcess>();
        faultScenario.of(
                _ -> {
                    frozen.set(FrozenProcess.of(redis));
                    FrozenProcess.waitFor(LONGER_THAN_A_LEASE);
                },
                () -> frozen.get().close());
    }

    @Test
    void redisComesBackWithItsDataWhenTheLeasesHaveLapsed() throws Exception {
        faultScenario.of(
                continuousSender -> {
                    isOldEnoughToStay(continuousSender);
                    servers.stop(REDIS);
                    FrozenProcess.waitFor(LONGER_THAN_A_LEASE);
                },
                () -> servers.start(REDIS));
    }

    /**
     * As with a replica of Redis that had not heard of the sign-in when it took over: the
     * connection is younger than what Redis may have lost, though not when Redis is back.
     */
    @Test
    void aConnectionThatRedisHasForgottenIsSentAway() throws Exception {
        try (var testUsers = TestUsers.of(suite)) {
            var bob = testUsers.enters("bob");
            servers.stop(REDIS);
            FrozenProcess.waitFor(LONGER_THAN_A_LEASE);
            servers.start(REDIS);

            var closing = bob.first().socket.awaitClosing(FaultScenario.RECOVERY);
            assertThat(closing.code()).isEqualTo(1012);
        }
    }

    /** What Redis was told in its last second is lost with it: the youngest connections go. */
    private static void isOldEnoughToStay(ContinuousSender continuousSender) {
        await().atMost(FaultScenario.RECOVERY)
                .untilAsserted(() ->
                        assertThat(continuousSender.age()).isGreaterThan(Duration.ofSeconds(6)));
    }
}
