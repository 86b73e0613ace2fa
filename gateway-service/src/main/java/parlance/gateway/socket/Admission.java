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
import parlance.kit.http.HttpSettings;

/** Who may open a socket: browsers from known origins only, and nobody while there is no room. */
@Singleton
final class Admission implements HttpUpgradeCheck {

    static final TypedKey<String> CLIENT_ADDRESS = TypedKey.forString("client-address");

    private static final int LONGEST_RETRY_SECONDS = 10;

    private final HttpSettings http;
    private final ClientAddress addresses;
    private final Capacity capacity;
    private final MeterRegistry metrics;

    private volatile boolean closed;

    Admission(
            HttpSettings http, ClientAddress addresses, Capacity capacity, MeterRegistry metrics) {
        this.http = http;
        this.addresses = addresses;
        this.capacity = capacity;
        this.metrics = metrics;
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
        var whyNot = closed ? Optional.of("draining") : capacity.whyNot(address);
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
