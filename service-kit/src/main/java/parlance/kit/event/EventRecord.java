package parlance.kit.event;

import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A record and the message that stands for it in its channel. */
record EventRecord(Message<byte[]> message, ConsumerRecord<byte[], byte[]> record) {

    @SuppressWarnings("unchecked") // The channels' deserializers leave keys and values as they are.
    static EventRecord of(Message<?> message) {
        var metadata = message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return new EventRecord(
                (Message<byte[]>) message, (ConsumerRecord<byte[], byte[]>) metadata.getRecord());
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    long offset() {
        return record.offset();
    }

    /** The trace that the record continues. */
    Context trace() {
        return TracingMetadata.fromMessage(message)
                .map(TracingMetadata::getCurrentContext)
                .orElse(Context.root());
    }
}
