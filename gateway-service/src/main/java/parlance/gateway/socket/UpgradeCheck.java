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
import parlance.kit.http.ClientAddress;

/**
 * Refuses sockets while there is no room. Those of browsers from unknown origins do not come this
 * far: see {@link RefusedOrigins}.
 */
@Singleton
final class UpgradeCheck implements HttpUpgradeCheck {

    static final TypedKey<String> CLIENT_ADDRESS = TypedKey.forString("client-address");

    private static final int LONGEST_RETRY_SECONDS = 10;

    private final ClientAddress addresses;
    private final ConnectionLimits connectionLimits;
    private final MeterRegistry metrics;

    private volatile boolean closed;

    UpgradeCheck(
            ClientAddress addresses, ConnectionLimits connectionLimits, MeterRegistry metrics) {
        this.addresses = addresses;
        this.connectionLimits = connectionLimits;
        this.metrics = metrics;
    }

    /** Lets nobody in any more. */
    void close() {
        closed = true;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        var request = context.httpRequest();
        var address = addresses.of(request);
        var whyNot = closed ? Optional.of("draining") : connectionLimits.rejectionReason(address);
        return whyNot.map(this::sendAway).orElseGet(() -> letIn(context, address));
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
