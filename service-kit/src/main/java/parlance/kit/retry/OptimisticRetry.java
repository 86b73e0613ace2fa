package parlance.kit.retry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Repeats a change that is made on the version that was read, while other writers are faster.
 * Between later attempts it waits for a random moment, so that many writers of one document do not
 * meet again.
 */
@Singleton
public final class OptimisticRetry {

    static final int ATTEMPTS = 50;
    private static final int ATTEMPTS_WITHOUT_PAUSE = 3;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final MeterRegistry metrics;
    private final Counter contentions;

    OptimisticRetry(MeterRegistry metrics) {
        this.metrics = metrics;
        this.contentions = metrics.counter("parlance_write_contentions");
    }

    /**
     * Makes a change and answers what the attempt answers that made it.
     *
     * @param documents what is changed, as the metric names it, such as {@code conversations}
     * @param attempt reads, decides and writes; empty if another writer stored that version first
     * @throws WriteContention if other writers are faster each time: the caller's command is to be
     *     tried again later
     */
    public <T> T run(String documents, Supplier<Optional<T>> attempt) {
        for (int made = 1; made <= ATTEMPTS; made++) {
            var done = attempt.get();
            if (done.isPresent()) {
                return done.get();
            }
            metrics.counter("parlance_write_conflicts", "documents", documents).increment();
            pauseAfter(made, documents);
        }
        contentions.increment();
        throw new WriteContention(documents);
    }

    private static void pauseAfter(int made, String documents) {
        if (made < ATTEMPTS_WITHOUT_PAUSE) {
            return;
        }
        var longest = Math.min(LONGEST_PAUSE_MILLIS, 1L << Math.min(made, Integer.SIZE));
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(longest) + 1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WriteContention(documents);
        }
    }
}
