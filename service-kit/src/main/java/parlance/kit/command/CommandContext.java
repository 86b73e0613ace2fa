package parlance.kit.command;

import io.opentelemetry.api.trace.Span;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.ReplyAddress;

/** A record on its way through a batch: first its command is known, in the end its result. */
final class CommandContext {

    final ConsumerRecord<byte[], byte[]> record;
    final Position position;
    final Route route;
    final @Nullable ReplyAddress asker;
    final @Nullable Caller caller;
    final Span span;

    @Nullable Command<Object> command;
    @Nullable HandlerResult result;

    /** Why this is a dead letter. */
    @Nullable Throwable poison;

    CommandContext(
            ConsumerRecord<byte[], byte[]> record,
            Position position,
            Route route,
            @Nullable ReplyAddress asker,
            @Nullable Caller caller,
            Span span) {
        this.record = record;
        this.position = position;
        this.route = route;
        this.asker = asker;
        this.caller = caller;
        this.span = span;
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Commands with the same key are worked on one after the other. */
    Object orderKey() {
        return record.key() == null ? "" : ByteBuffer.wrap(record.key());
    }
}
