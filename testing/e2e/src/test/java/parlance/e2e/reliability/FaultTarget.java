package parlance.e2e.reliability;

import java.util.Map;
import java.util.Optional;
import parlance.e2e.client.FrozenProcess;
import parlance.local.infra.Component;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.ManagedProcess;
import parlance.local.launcher.Suite;
import parlance.testing.client.TcpProxy;

/**
 * A suite and its servers, all of which may be broken.
 *
 * @param brokers three brokers instead of the one among the servers
 * @param proxies in front of servers, for what a network does
 */
record FaultTarget(
        Suite suite,
        Infrastructure servers,
        Optional<KafkaCluster> brokers,
        Map<Component, TcpProxy> proxies,
        Frozen frozen) {

    /** The processes that a fault has stopped and not continued yet. */
    static final class Frozen {

        private Optional<FrozenProcess> process = Optional.empty();

        void stop(ManagedProcess running) {
            process = Optional.of(FrozenProcess.of(running));
        }

        void goOn() {
            process.orElseThrow().close();
        }
    }

    /** A suite whose servers are its own, without anything in between. */
    static FaultTarget of(Suite suite) {
        return new FaultTarget(
                suite, suite.infrastructure(), Optional.empty(), Map.of(), new Frozen());
    }

    KafkaCluster kafka() {
        return brokers.orElseThrow();
    }

    TcpProxy proxy(Component component) {
        return proxies.get(component);
    }

    /** The process of a replica, as "message-1". */
    ManagedProcess replica(String name) {
        return suite.children().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ManagedProcess server(Component component) {
        return servers.child(component).orElseThrow();
    }
}
