package parlance.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Topic;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.loop.ChannelPartitions;

class CatchUpTest {

    private static final String NAME = "p.session.events";
    private static final TopicPartition FIRST = new TopicPartition(NAME, 0);
    private static final TopicPartition SECOND = new TopicPartition(NAME, 1);

    private final ChannelPartitions partitions = new ChannelPartitions();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final CatchUp catchUp = new CatchUp(null, partitions, new Prefixed());

    @BeforeEach
    void begin() {
        partitions.start(new StartupEvent());
        holds(FIRST, 0, 0);
    }

    @Test
    void anEmptyTopicIsRead() {
        assertThat(hasReadAll()).isTrue();
    }

    @Test
    void everythingThatWasThereWhenFirstAskedIsToBeProcessed() throws Exception {
        holds(FIRST, 0, 5);
        assertThat(hasReadAll()).isFalse();

        processed(4);
        assertThat(hasReadAll()).isFalse();

        holds(FIRST, 0, 9);
        processed(5);
        assertThat(hasReadAll()).isTrue();
    }

    @Test
    void whatIsNoLongerThereNeedsNoReading() throws Exception {
        holds(FIRST, 2, 5);
        processed(3);
        assertThat(hasReadAll()).isFalse();

        holds(FIRST, 5, 5);

        assertThat(hasReadAll()).isTrue();
    }

    @Test
    void aPartitionThatIsNotReadIsNoticed() throws Exception {
        holds(FIRST, 0, 5);
        holds(SECOND, 0, 1);
        processed(5);

        assertThat(hasReadAll()).isFalse();
    }

    private boolean hasReadAll() {
        return catchUp.hasReadAll(consumer, "session-events", Topic.SESSION_EVENTS);
    }

    private void processed(long next) throws InterruptedException {
        partitions.begin(FIRST, next, () -> {}).await();
    }

    private void holds(TopicPartition partition, long begin, long end) {
        var known = partition.equals(FIRST) ? List.of(FIRST) : List.of(FIRST, SECOND);
        consumer.updatePartitions(
                NAME,
                known.stream()
                        .map(one -> new PartitionInfo(NAME, one.partition(), null, null, null))
                        .toList());
        consumer.updateBeginningOffsets(Map.of(partition, begin));
        consumer.updateEndOffsets(Map.of(partition, end));
    }

    private record Prefixed() implements KafkaSettings {

        @Override
        public Optional<String> topicPrefix() {
            return Optional.of("p.");
        }

        @Override
        public Duration linger() {
            return Duration.ZERO;
        }
    }
}
