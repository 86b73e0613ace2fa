package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.TokenBucket;

/** Whether there is room for one more socket: in all, of one address, and at this moment. */
@Singleton
final class ConnectionLimits {

    private final Connections connections;
    private final int maxConnections;
    private final int maxNewcomers;
    private final TokenBucket upgrades;

    ConnectionLimits(Connections connections, GatewayConfig config, MeterRegistry metrics) {
        this.connections = connections;
        this.maxConnections = config.gateway().maxConnections();
        this.maxNewcomers = config.socket().unauthenticatedPerAddress();
        this.upgrades = new TokenBucket(config.gateway().upgradesPerSecond(), System.nanoTime());
        metrics.gauge("parlance_connections_limit", maxConnections);
    }

    /** Why a client at this address is not let in, in a word for the metric; empty, if it is. */
    Optional<String> rejectionReason(String address) {
        if (connections.count() >= maxConnections) {
            return Optional.of("full");
        }
        if (connections.countNewcomersFrom(address) >= maxNewcomers) {
            return Optional.of("per_address");
        }
        return takeUpgrade() ? Optional.empty() : Optional.of("rate");
    }

    private synchronized boolean takeUpgrade() {
        return upgrades.take(System.nanoTime());
    }
}
