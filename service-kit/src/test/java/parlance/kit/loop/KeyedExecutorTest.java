package parlance.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedExecutorTest {

    private final KeyedExecutor keyedExecutor = new KeyedExecutor(4);

    private record Item(String key, int number) {}

    @AfterEach
    void end() {
        keyedExecutor.close();
    }

    @Test
    void whatHasOneKeyIsDoneInOrder() {
        var items = IntStream.range(0, 300).mapToObj(i -> new Item("key-" + i % 7, i)).toList();
        Map<String, List<Integer>> done = new ConcurrentHashMap<>();

        keyedExecutor.run(
                items,
                Item::key,
                item ->
                        done.computeIfAbsent(item.key(), _ -> new ArrayList<>())
                                .add(item.number()));

        assertThat(done).hasSize(7);
        assertThat(done.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
        assertThat(done.values().stream().mapToInt(List::size).sum()).isEqualTo(300);
    }

    @Test
    void differentKeysAreDoneAtTheSameTime() {
        var meeting = new CyclicBarrier(3);

        // Each waits for the other two: one after the other they never ended.
        keyedExecutor.run(List.of("a", "b", "c"), key -> key, _ -> meet(meeting));

        assertThat(meeting.isBroken()).isFalse();
    }

    @Test
    void notMoreRunAtATimeThanThereAreLanes() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();

        keyedExecutor.run(
                IntStream.range(0, 50).boxed().toList(),
                number -> number,
                _ -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    running.decrementAndGet();
                });

        assertThat(most).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void aFailureIsThrownOnceTheOtherLanesHaveEnded() {
        var done = ConcurrentHashMap.<Item>newKeySet();
        var items = List.of(new Item("bad", 1), new Item("good", 2), new Item("bad", 3));

        assertThatThrownBy(() ->
                        keyedExecutor.run(
                                items,
                                Item::key,
                                item -> {
                                    if (item.key().equals("bad")) {
                                        throw new IllegalStateException("lane");
                                    }
                                    done.add(item);
                                }))
                .hasMessage("lane");
        assertThat(done).containsExactly(new Item("good", 2));
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
