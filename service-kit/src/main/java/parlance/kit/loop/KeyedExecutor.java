package parlance.kit.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Order per key, parallel across keys: what has the same key shares a lane, each lane a thread. */
public final class KeyedExecutor implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;

    /**
     * @param width how many lanes run at a time
     */
    public KeyedExecutor(int width) {
        places = new Semaphore(width);
    }

    /**
     * Works on all of {@code items} and returns when all are done.
     *
     * @throws RuntimeException the first that {@code work} threw, after all lanes have ended
     */
    public <T> void run(List<T> items, Function<T, Object> keyOf, Consumer<T> work) {
        var lanes = new LinkedHashMap<Object, List<T>>();
        items.forEach(
                item -> lanes.computeIfAbsent(keyOf.apply(item), _ -> new ArrayList<>()).add(item));
        if (lanes.size() == 1) {
            items.forEach(work);
            return;
        }
        RuntimeException first = null;
        for (var lane : inParallel(lanes.values(), work)) {
            first = lane == null || first != null ? first : lane;
        }
        if (first != null) {
            throw first;
        }
    }

    private <T> List<@Nullable RuntimeException> inParallel(
            Iterable<List<T>> lanes, Consumer<T> work) {
        var tasks = new ArrayList<Callable<@Nullable RuntimeException>>();
        lanes.forEach(lane -> tasks.add(() -> drive(lane, work)));
        var failures = new ArrayList<@Nullable RuntimeException>();
        try {
            for (var done : threads.invokeAll(tasks)) {
                failures.add(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaneInterrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return failures;
    }

    private <T> @Nullable RuntimeException drive(List<T> lane, Consumer<T> work)
            throws InterruptedException {
        places.acquire();
        try {
            lane.forEach(work);
            return null;
        } catch (RuntimeException failure) {
            return failure;
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The partition was taken away, or the service stops. */
    static final class LaneInterrupted extends RuntimeException {
        LaneInterrupted() {
            super("lane_interrupted", null, false, false);
        }
    }
}
