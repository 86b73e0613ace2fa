package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connections;
import parlance.kit.http.HttpSettings;

/** Who may open a socket: browsers from known origins only, and nobody while there is no room. */
@Singleton
final class Admission implements HttpUpgradeCheck {

    static final TypedKey<String> CLIENT_ADDRESS = TypedKey.forString("client-address");

    private static final int LONGEST_RETRY_SECONDS = 10;

    private final HttpSettings http;
    private final Connections connections;
    private final int maxConnections;

    private final MeterRegistry metrics;

    private volatile boolean closed;

    Admission(
            HttpSettings http,
            Connections connections,
            GatewayConfig config,
            MeterRegistry metrics) {
        this.http = http;
        this.connections = connections;
        this.maxConnections = config.gateway().maxConnections();
        this.metrics = metrics;
        metrics.gauge("parlance_connections_limit", this, admission -> admission.maxConnections);
    }

    /** Lets nobody in any more. */
    void close() {
        closed = true;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        var request = context.httpRequest();
        var origin = request.getHeader("Origin");
        if (origin != null && !http.allows(origin)) {
            count("origin");
            return CheckResult.rejectUpgrade(403);
        }
        if (closed || connections.count() >= maxConnections) {
            count(closed ? "draining" : "full");
            var seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_RETRY_SECONDS + 1);
            return CheckResult.rejectUpgrade(
                    503, Map.of("Retry-After", List.of(Integer.toString(seconds))));
        }
        context.userData().put(CLIENT_ADDRESS, request.remoteAddress().hostAddress());
        return CheckResult.permitUpgrade();
    }

    private void count(String reason) {
        metrics.counter("parlance_upgrades_refused", "reason", reason).increment();
    }
}
