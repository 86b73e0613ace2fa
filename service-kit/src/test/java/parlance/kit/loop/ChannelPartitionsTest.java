package parlance.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelPartitionsTest {

    private static final TopicPartition FIRST = new TopicPartition("connections", 0);
    private static final TopicPartition SECOND = new TopicPartition("connections", 1);

    private final ChannelPartitions partitions = new ChannelPartitions();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void begin() {
        consumer.assign(List.of(FIRST, SECOND));
        partitions.start(new StartupEvent());
    }

    @Test
    void nothingBeginsBeforeTheServiceHasStarted() throws Exception {
        var early = new ChannelPartitions();
        var task = early.begin(FIRST, 1, attempts::incrementAndGet);
        assertThat(attempts).hasValue(0);

        early.start(new StartupEvent());

        assertThat(task.await()).isTrue();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void workIsTriedAgainUntilTheDependencyIsUp() throws Exception {
        var task =
                partitions.begin(
                        FIRST,
                        8,
                        () -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new IllegalStateException("down");
                            }
                        });

        assertThat(task.await()).isTrue();
        assertThat(attempts).hasValue(3);
        assertThat(partitions.finished(FIRST)).isEqualTo(8);
        assertThat(partitions.stalled()).isEmpty();
    }

    @Test
    void aPartitionThatIsTakenAwayIsTriedNoFurther() throws Exception {
        var task = partitions.begin(FIRST, 8, this::fail);
        awaitFirstAttempt();
        assertThat(partitions.stalled()).containsExactly(FIRST.toString());

        partitions.onPartitionsRevoked(consumer, List.of(FIRST));

        assertThat(task.await()).isFalse();
        assertThat(partitions.stalled()).isEmpty();
        assertThat(consumer.committed(Set.of(FIRST)).get(FIRST)).isNull();
    }

    @Test
    void whatIsDoneIsCommittedBeforeThePartitionGoes() throws Exception {
        partitions.begin(FIRST, 8, () -> {}).await();

        partitions.onPartitionsRevoked(consumer, List.of(FIRST, SECOND));

        var committed = consumer.committed(Set.of(FIRST, SECOND));
        assertThat(committed.get(FIRST).offset()).isEqualTo(8);
        assertThat(committed.get(SECOND)).isNull();
    }

    @Test
    void anAttemptUnderWayEndsBeforeThePartitionGoes() throws Exception {
        var begun = new CountDownLatch(1);
        var task =
                partitions.begin(
                        FIRST,
                        8,
                        () -> {
                            begun.countDown();
                            pause();
                            attempts.incrementAndGet();
                        });
        begun.await();

        partitions.onPartitionsRevoked(consumer, List.of(FIRST));

        assertThat(attempts).hasValue(1);
        assertThat(task.await()).isTrue();
        assertThat(consumer.committed(Set.of(FIRST)).get(FIRST).offset()).isEqualTo(8);
    }

    @Test
    void whatWasPolledBeforeThePartitionWentIsLeftToItsNextOwner() throws Exception {
        partitions.onPartitionsRevoked(consumer, List.of(FIRST));

        assertThat(partitions.begin(FIRST, 8, this::fail).await()).isFalse();

        partitions.onPartitionsAssigned(consumer, List.of(FIRST));

        assertThat(partitions.begin(FIRST, 8, () -> {}).await()).isTrue();
    }

    @Test
    void aLostPartitionIsNotCommitted() throws Exception {
        partitions.begin(FIRST, 8, () -> {}).await();

        partitions.onPartitionsLost(consumer, List.of(FIRST));

        assertThat(consumer.committed(Set.of(FIRST)).get(FIRST)).isNull();
    }

    @Test
    void aServiceThatStopsTriesNothingFurther() throws Exception {
        var waiting = partitions.begin(FIRST, 8, this::fail);
        awaitFirstAttempt();

        partitions.stop(new ShutdownEvent());

        assertThat(waiting.await()).isFalse();
        assertThat(partitions.begin(SECOND, 8, this::fail).await()).isFalse();
    }

    private void fail() {
        attempts.incrementAndGet();
        throw new IllegalStateException("down");
    }

    private void awaitFirstAttempt() {
        while (partitions.stalled().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void pause() {
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    }
}
