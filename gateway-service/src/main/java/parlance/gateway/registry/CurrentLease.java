package parlance.gateway.registry;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.contracts.InboxAddress;
import parlance.kit.Rejection;

/** Where replies and deliveries reach this process; nowhere while it has no inbox. */
@Singleton
public final class CurrentLease {

    private volatile @Nullable InboxLease lease;

    CurrentLease(MeterRegistry metrics) {
        metrics.gauge("parlance_inbox_held", this, current -> current.lease == null ? 0 : 1);
    }

    public void set(@Nullable InboxLease current) {
        lease = current;
    }

    public Optional<InboxLease> find() {
        return Optional.ofNullable(lease);
    }

    /**
     * Where we are addressed.
     *
     * @throws Rejection if nothing would reach us
     */
    public InboxAddress address() {
        return find().map(InboxLease::address)
                .orElseThrow(() -> new Rejection(ErrorCode.SERVICE_UNAVAILABLE));
    }
}
