package parlance.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.local.infra.Component.REDIS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.FaultScenario;
import parlance.e2e.client.FrozenProcess;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.local.infra.Infrastructure;
import parlance.local.launcher.Suite;

/** A server goes away and comes back. What happens meanwhile to messages: the fault suite. */
class ServersFaultIT {

    private static final Duration LONGER_THAN_A_LEASE = TestSuite.LEASE.plusSeconds(3);

    private final Suite suite = TestSuite.breakable();
    private final Infrastructure servers = suite.infrastructure();

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
}
