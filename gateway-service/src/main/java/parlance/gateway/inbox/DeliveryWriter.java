package parlance.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Optional;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.UserId;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.InboxDelivery;
import parlance.gateway.registry.Registrations;

/** Writes a delivery to its connections. */
@Singleton
final class DeliveryWriter {

    private final Connections connections;
    private final Registrations registrations;
    private final Counter written;

    DeliveryWriter(Connections connections, Registrations registrations, MeterRegistry metrics) {
        this.connections = connections;
        this.registrations = registrations;
        this.written = metrics.counter("parlance_packets_written", "kind", "delivery");
    }

    /** Those whom it did not reach, if any. */
    Optional<Unreached> write(InboxDelivery delivery) {
        var reached = new LinkedHashMap<UserId, Boolean>();
        for (var recipient : delivery.recipients()) {
            reached.merge(recipient.userId(), isWritten(delivery, recipient), Boolean::logicalOr);
        }
        var missed =
                reached.entrySet().stream()
                        .filter(entry -> !entry.getValue())
                        .map(entry -> entry.getKey())
                        .toList();
        return missed.isEmpty() ? Optional.empty() : Optional.of(new Unreached(delivery, missed));
    }

    private boolean isWritten(InboxDelivery delivery, Recipient recipient) {
        var connection = connections.find(recipient.connectionId()).orElse(null);
        if (connection == null) {
            // Whoever addressed it found an entry that should not be there any more.
            registrations.remove(recipient.connectionId(), recipient.userId());
            return false;
        }
        var caller = connection.caller();
        if (caller == null || !caller.userId().equals(recipient.userId())) {
            return false;
        }
        written.increment();
        return connection.deliver(delivery);
    }
}
