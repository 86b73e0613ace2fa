package parlance.user.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import parlance.kit.Rejection;

/**
 * Computes hashes on a few threads of the operating system. A hash takes tens of milliseconds of a
 * core: on virtual threads it would keep the carriers from everything else that the process does.
 */
@Singleton
final class HashingThreads {

    /** One of so many parts by which a new duration moves the mean. */
    private static final int SMOOTHING = 8;

    private final ExecutorService threads;
    private final int width;
    private final Clock clock;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicLong meanNanos = new AtomicLong();

    HashingThreads(PasswordConfig config, Clock clock) {
        this.width = config.concurrency();
        this.clock = clock;
        this.threads =
                Executors.newFixedThreadPool(
                        width, Thread.ofPlatform().name("hashing-", 0).daemon().factory());
    }

    /**
     * The result of {@code work}, first come, first served.
     *
     * @throws Rejection with {@code SERVICE_UNAVAILABLE}: at once if the queue is too long for the
     *     deadline, and when its turn comes if the deadline has passed meanwhile
     */
    <T> T run(Instant deadline, Supplier<T> work) {
        var before = unfinished.getAndIncrement();
        try {
            var wait = Duration.ofNanos(meanNanos.get() * (before + 1) / width);
            if (clock.instant().plus(wait).isAfter(deadline)) {
                throw Rejection.overloaded(wait);
            }
            return threads.submit(() -> inTime(deadline, work)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejection.overloaded(Duration.ZERO);
        } finally {
            unfinished.decrementAndGet();
        }
    }

    /** How many callers wait for a result. */
    int unfinished() {
        return unfinished.get();
    }

    private <T> T inTime(Instant deadline, Supplier<T> work) {
        if (clock.instant().isAfter(deadline)) {
            throw Rejection.overloaded(Duration.ZERO);
        }
        var begin = System.nanoTime();
        var result = work.get();
        var took = System.nanoTime() - begin;
        meanNanos.updateAndGet(mean -> mean == 0 ? took : mean + (took - mean) / SMOOTHING);
        return result;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
