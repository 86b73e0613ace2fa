package parlance.kit.event;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import parlance.contracts.Topic;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.loop.ChannelPartitions;

/** Whether a topic that every replica reads whole has been read up to where it ended at first. */
@Singleton
final class CatchUp {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClientService channels;
    private final ChannelPartitions partitions;
    private final KafkaSettings settings;
    private final Map<String, Map<TopicPartition, Long>> ends = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    CatchUp(KafkaClientService channels, ChannelPartitions partitions, KafkaSettings settings) {
        this.channels = channels;
        this.partitions = partitions;
        this.settings = settings;
    }

    /** Says no while Kafka cannot be asked. */
    boolean isDone(String channel, Topic topic) {
        if (!done.contains(channel) && hasReadAll(channel, topic)) {
            done.add(channel);
        }
        return done.contains(channel);
    }

    private boolean hasReadAll(String channel, Topic topic) {
        Function<Consumer<Object, Object>, Boolean> ask =
                consumer -> hasReadAll(consumer, channel, topic);
        try {
            return channels.getConsumer(channel)
                    .runOnPollingThread(ask)
                    .await()
                    .atMost(PATIENCE.multipliedBy(2));
        } catch (KafkaException | TimeoutException unreachable) {
            return false;
        }
    }

    boolean hasReadAll(Consumer<?, ?> consumer, String channel, Topic topic) {
        var end = ends.computeIfAbsent(channel, _ -> endsOf(consumer, topic));
        var begin = consumer.beginningOffsets(end.keySet(), PATIENCE);
        // What is no longer there needs no reading.
        return end.entrySet().stream()
                .allMatch(one ->
                        Math.max(
                                        partitions.finished(one.getKey()),
                                        begin.getOrDefault(one.getKey(), 0L))
                                >= one.getValue());
    }

    private Map<TopicPartition, Long> endsOf(Consumer<?, ?> consumer, Topic topic) {
        var all =
                consumer.partitionsFor(settings.nameOf(topic), PATIENCE).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        return consumer.endOffsets(all, PATIENCE);
    }
}
