package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.local.infra.Component.KAFKA;
import static parlance.local.infra.Component.MONGO;
import static parlance.local.infra.Component.REDIS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Infrastructure;
import parlance.local.launcher.Suite;
import parlance.testing.client.Patience;

/** A server goes away and comes back. */
class ServersFaultIT {

    private final Suite suite = TestSuite.breakable();
    private final Infrastructure servers = suite.infrastructure();
    private final Ordeal ordeal = new Ordeal(suite);

    @Test
    void kafkaIsStoppedAndStarted() throws Exception {
        ordeal.of(_ -> servers.stop(KAFKA), () -> servers.start(KAFKA));
    }

    @Test
    void theDatabaseIsStoppedAndStarted() throws Exception {
        ordeal.of(_ -> servers.stop(MONGO), () -> servers.start(MONGO));
    }

    @Test
    void redisIsStoppedAndComesBackEmpty() throws Exception {
        ordeal.of(
                chatter -> {
                    isOldEnoughToStay(chatter);
                    servers.flushRedis();
                    servers.stop(REDIS);
                },
                () -> servers.start(REDIS));
    }

    /** What Redis was told in its last second is lost with it: the youngest connections go. */
    private static void isOldEnoughToStay(Chatter chatter) {
        Patience.until(
                Ordeal.RECOVERY,
                () -> assertThat(chatter.age()).isGreaterThan(Duration.ofSeconds(6)));
    }
}
