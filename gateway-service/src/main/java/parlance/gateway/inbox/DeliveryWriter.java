package parlance.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.UserId;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.InboxDelivery;
import parlance.gateway.registry.ConnectionRegistrar;

/** Writes a delivery to its connections. */
@Singleton
final class DeliveryWriter {

    private final Connections connections;
    private final ConnectionRegistrar connectionRegistrar;
    private final Clock clock;
    private final Counter written;
    private final Timer lag;

    DeliveryWriter(
            Connections connections,
            ConnectionRegistrar connectionRegistrar,
            Clock clock,
            MeterRegistry metrics) {
        this.connections = connections;
        this.connectionRegistrar = connectionRegistrar;
        this.clock = clock;
        this.written = metrics.counter("parlance_packets_written", "kind", "delivery");
        this.lag = metrics.timer("parlance_delivery_lag");
    }

    /** Those whom it did not reach, if any. */
    Optional<UndeliveredRecipients> write(InboxDelivery delivery) {
        var reached = new LinkedHashMap<UserId, Boolean>();
        for (var recipient : delivery.recipients()) {
            reached.merge(recipient.userId(), isWritten(delivery, recipient), Boolean::logicalOr);
        }
        var missed =
                reached.entrySet().stream()
                        .filter(entry -> !entry.getValue())
                        .map(entry -> entry.getKey())
                        .toList();
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(new UndeliveredRecipients(delivery, missed));
    }

    private boolean isWritten(InboxDelivery delivery, Recipient recipient) {
        var connection = connections.find(recipient.connectionId()).orElse(null);
        if (connection == null) {
            // Whoever addressed it found an entry that should not be there any more.
            connectionRegistrar.removeLater(recipient.connectionId(), recipient.userId());
            return false;
        }
        if (!connection.session().belongsTo(recipient.userId())) {
            return false;
        }
        return connection.outbound().deliver(delivery, recipient.entry(), () -> measure(delivery));
    }

    /** The socket has it: from here on it is the network's. */
    private void measure(InboxDelivery delivery) {
        written.increment();
        // The broker's clock and ours may differ a little.
        lag.record(Duration.ofMillis(Math.max(0, clock.millis() - delivery.sentAt())));
    }
}
