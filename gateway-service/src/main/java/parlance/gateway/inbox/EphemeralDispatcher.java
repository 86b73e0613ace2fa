package parlance.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import parlance.contracts.Recipients;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.RecordHeaderNames;
import parlance.gateway.connection.Connections;
import parlance.kit.kafka.RecordHeaders;

/** Typing and presence on their way to the sockets; what cannot be written now never is. */
@Singleton
final class EphemeralDispatcher {

    private static final Logger LOG = Logger.getLogger(EphemeralDispatcher.class);

    private final Connections connections;
    private final Counter written;
    private final Counter dropped;

    EphemeralDispatcher(Connections connections, MeterRegistry metrics) {
        this.connections = connections;
        this.written = metrics.counter("parlance_packets_written", "kind", "light");
        this.dropped = metrics.counter("parlance_packets_dropped", "kind", "light");
    }

    /** Writes what is for {@code instance}. */
    void write(Iterable<ConsumerRecord<byte[], byte[]>> records, String instance) {
        for (var record : records) {
            if (instance.equals(RecordHeaders.find(record.headers(), RecordHeaderNames.INSTANCE))) {
                write(record);
            }
        }
    }

    private void write(ConsumerRecord<byte[], byte[]> record) {
        try {
            var packet = new String(record.value(), StandardCharsets.UTF_8);
            var recipients = RecordHeaders.get(record.headers(), RecordHeaderNames.RECIPIENTS);
            for (var recipient : Recipients.parse(recipients).list()) {
                (isWritten(packet, recipient) ? written : dropped).increment();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "light_record_dropped offset=%d", record.offset());
        }
    }

    private boolean isWritten(String packet, Recipient recipient) {
        return connections
                .find(recipient.connectionId())
                .filter(connection -> connection.session().belongsTo(recipient.userId()))
                .filter(connection -> connection.outbound().sendEphemeral(packet))
                .isPresent();
    }
}
