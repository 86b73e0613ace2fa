package parlance.local.launcher;

import parlance.local.infra.Ports;
import parlance.local.infra.StartupFailure;

/** The front door's port. The operator chooses it, so another program may have taken it already. */
final class FrontPort {

    private FrontPort() {}

    static void requireFree(int port) {
        if (!Ports.isFree(port)) {
            throw new StartupFailure(
                    "port "
                            + port
                            + " is busy; end what listens there, or choose another one:"
                            + " ./parlance up --port "
                            + (port + 100));
        }
    }
}
