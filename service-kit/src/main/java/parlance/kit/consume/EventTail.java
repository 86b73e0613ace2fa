package parlance.kit.consume;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import parlance.contracts.Event;
import parlance.contracts.Json;

/**
 * Reads a topic of events from its beginning, and on as they come: for what every replica has to
 * know by itself.
 */
public final class EventTail<E extends Event> {

    private static final Logger LOG = Logger.getLogger(EventTail.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Class<E> type;
    private final Consumer<E> listener;
    private final Thread thread;

    private volatile boolean caughtUp;
    private volatile boolean stopped;

    EventTail(
            KafkaConsumer<byte[], byte[]> consumer,
            String topic,
            Class<E> type,
            Consumer<E> listener) {
        this.consumer = consumer;
        this.topic = topic;
        this.type = type;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("tail-" + topic).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether the listener knows everything that had happened when the reading began. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Returns at once; what has been read is still handed to the listener. */
    public void stop() {
        stopped = true;
        consumer.wakeup();
    }

    private void run() {
        var backOff = new BackOff();
        try (consumer) {
            while (!stopped) {
                try {
                    follow();
                } catch (WakeupException e) {
                    // stop() was called
                } catch (KafkaException e) {
                    LOG.warnf("event_tail_waits topic=%s cause=%s", topic, e.toString());
                    backOff.sleep();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!stopped) {
            caughtUp = caughtUp || isPast(ends);
            consumer.poll(POLL).forEach(record -> tell(record.value()));
        }
    }

    private boolean isPast(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void tell(byte[] value) {
        try {
            listener.accept(Json.read(value, type));
        } catch (UncheckedIOException e) {
            LOG.errorf(e, "event_unreadable topic=%s", topic);
        }
    }
}
