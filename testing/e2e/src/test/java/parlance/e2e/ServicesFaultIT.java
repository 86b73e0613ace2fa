package parlance.e2e;

import org.junit.jupiter.api.Test;
import parlance.local.launcher.Suite;

/** The service that stores messages dies without a word (kill -9). */
class ServicesFaultIT {

    private final Suite suite = TestSuite.breakable();

    @Test
    void messageServiceIsKilledAndStarted() throws Exception {
        new Ordeal(suite)
                .of(_ -> suite.killReplica("message-1"), () -> suite.startReplica("message-1"));
    }
}
