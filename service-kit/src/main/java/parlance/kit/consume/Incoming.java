package parlance.kit.consume;

import io.opentelemetry.api.trace.Span;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.Asker;
import parlance.kit.Command;
import parlance.kit.Outcome;

/** A record on its way through a batch: first its command is known, in the end its outcome. */
final class Incoming {

    final ConsumerRecord<byte[], byte[]> record;
    final Position position;
    final Route route;
    final @Nullable Asker asker;
    final @Nullable Caller caller;
    final Span span;

    @Nullable Command<Object> command;
    @Nullable Outcome outcome;

    /** Why this is a dead letter. */
    @Nullable Throwable poison;

    Incoming(
            ConsumerRecord<byte[], byte[]> record,
            Position position,
            Route route,
            @Nullable Asker asker,
            @Nullable Caller caller,
            Span span) {
        this.record = record;
        this.position = position;
        this.route = route;
        this.asker = asker;
        this.caller = caller;
        this.span = span;
    }

    /** Commands with the same key are worked on one after the other. */
    Object orderKey() {
        return record.key() == null ? "" : ByteBuffer.wrap(record.key());
    }
}
