package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connections;
import parlance.kit.http.ClientAddress;
import parlance.kit.http.HttpSettings;

/**
 * Who may open a socket: browsers from known origins only, nobody while there is no room, and not
 * ever more from where nobody signs in.
 */
@Singleton
final class Admission implements HttpUpgradeCheck {

    static final TypedKey<String> CLIENT_ADDRESS = TypedKey.forString("client-address");

    private static final int LONGEST_RETRY_SECONDS = 10;
    private static final int USUAL_NEWCOMERS = 500;

    private final HttpSettings http;
    private final ClientAddress addresses;
    private final Connections connections;
    private final int maxConnections;
    private final int maxNewcomers;
    private final MeterRegistry metrics;

    private volatile boolean closed;

    Admission(
            HttpSettings http,
            ClientAddress addresses,
            Connections connections,
            GatewayConfig config,
            MeterRegistry metrics) {
        this.http = http;
        this.addresses = addresses;
        this.connections = connections;
        this.maxConnections = config.gateway().maxConnections();
        this.maxNewcomers =
                config.socket()
                        .unauthenticatedPerAddress()
                        .orElse(http.local() ? Integer.MAX_VALUE : USUAL_NEWCOMERS);
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
        var address = addresses.of(request);
        return whyNot(address).map(this::sendAway).orElseGet(() -> letIn(context, address));
    }

    private Optional<String> whyNot(String address) {
        if (closed) {
            return Optional.of("draining");
        }
        if (connections.count() >= maxConnections) {
            return Optional.of("full");
        }
        return connections.countNewcomersFrom(address) >= maxNewcomers
                ? Optional.of("crowded")
                : Optional.empty();
    }

    private Uni<CheckResult> sendAway(String reason) {
        count(reason);
        var seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_RETRY_SECONDS + 1);
        return CheckResult.rejectUpgrade(
                503, Map.of("Retry-After", List.of(Integer.toString(seconds))));
    }

    private static Uni<CheckResult> letIn(HttpUpgradeContext context, String address) {
        context.userData().put(CLIENT_ADDRESS, address);
        return CheckResult.permitUpgrade();
    }

    private void count(String reason) {
        metrics.counter("parlance_upgrades_refused", "reason", reason).increment();
    }
}
