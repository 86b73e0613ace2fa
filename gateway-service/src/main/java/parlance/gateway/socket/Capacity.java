package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.TokenBucket;
import parlance.kit.http.HttpSettings;

/** Whether there is room for one more socket: in all, of one address, and at this moment. */
@Singleton
final class Capacity {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int USUAL_NEWCOMERS = 500;
    private static final int USUAL_UPGRADES_PER_SECOND = 500;

    private final Connections connections;
    private final int maxConnections;
    private final int maxNewcomers;
    private final TokenBucket upgrades;

    Capacity(
            Connections connections,
            GatewayConfig config,
            HttpSettings http,
            MeterRegistry metrics) {
        this.connections = connections;
        this.maxConnections = config.gateway().maxConnections();
        this.maxNewcomers =
                config.socket()
                        .unauthenticatedPerAddress()
                        .orElse(http.local() ? UNLIMITED : USUAL_NEWCOMERS);
        var upgradesPerSecond =
                config.gateway()
                        .upgradesPerSecond()
                        .orElse(http.local() ? UNLIMITED : USUAL_UPGRADES_PER_SECOND);
        this.upgrades = new TokenBucket(upgradesPerSecond, System.nanoTime());
        metrics.gauge("parlance_connections_limit", maxConnections);
    }

    /** Why a client at this address is not let in, in a word for the metric; empty, if it is. */
    Optional<String> whyNot(String address) {
        if (connections.count() >= maxConnections) {
            return Optional.of("full");
        }
        if (connections.countNewcomersFrom(address) >= maxNewcomers) {
            return Optional.of("crowded");
        }
        return takeUpgrade() ? Optional.empty() : Optional.of("rush");
    }

    private synchronized boolean takeUpgrade() {
        return upgrades.take(System.nanoTime());
    }
}
