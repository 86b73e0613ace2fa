package parlance.kit.event;

import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import parlance.kit.EventBatch;
import parlance.kit.loop.ChannelPartitions;

/** Makes the records of a poll the {@link EventBatch} that a listener receives. */
@Singleton
final class EventBatchConverter implements MessageConverter {

    private final ChannelPartitions partitions;
    private final EventBatchProcessor work;

    EventBatchConverter(ChannelPartitions partitions, EventBatchProcessor work) {
        this.partitions = partitions;
        this.work = work;
    }

    @Override
    public boolean canConvert(Message<?> in, Type target) {
        return target.equals(EventBatch.class)
                && in.getMetadata(IncomingKafkaRecordBatchMetadata.class).isPresent();
    }

    /** A batch that fails as a whole is a mistake of ours: its channel ends, and is not alive. */
    @Override
    public Message<?> convert(Message<?> in, Type target) {
        IncomingKafkaRecordBatchMetadata<?, ?> metadata =
                in.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        var records = metadata.getBatchedMessages().stream().map(EventRecord::of).toList();
        var batch = new PolledBatch(records, partitions, work);
        return in.withPayload(batch).withAck(batch::ack).withNack(CompletableFuture::failedFuture);
    }
}
