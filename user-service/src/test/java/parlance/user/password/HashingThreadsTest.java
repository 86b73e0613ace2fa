package parlance.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.kit.Rejection;

class HashingThreadsTest {

    private static final int WIDTH = 3;
    private static final int CALLERS = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(WIDTH);
    private final SettableClock clock = new SettableClock();
    private final HashingThreads threads = threads(WIDTH);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void neverAreMoreAtWorkThanThereAreThreadsAndInTheEndAllHaveBeen() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> hash = () -> threads.run(in(MINUTE), this::countThoseAtWork);

            var seen = callers.invokeAll(Stream.generate(() -> hash).limit(CALLERS).toList());

            assertThat(seen).extracting(count -> count.get()).hasSize(CALLERS).contains(WIDTH);
            assertThat(seen).allSatisfy(count -> assertThat(count.get()).isBetween(1, WIDTH));
        }
    }

    @Test
    void noCarrierOfVirtualThreadsComputesAHash() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var virtual =
                    callers.submit(() ->
                            threads.run(in(MINUTE), () -> Thread.currentThread().isVirtual()));

            assertThat(virtual.get()).isFalse();
        }
    }

    @Test
    void aCallerWhoseDeadlineTheQueueWouldPassIsRefusedAtOnce() {
        threads.run(in(MINUTE), () -> holdFor(Duration.ofMillis(50)));

        assertThatThrownBy(() -> threads.run(in(Duration.ofMillis(10)), () -> "hash"))
                .asInstanceOf(InstanceOfAssertFactories.type(Rejection.class))
                .satisfies(refusal -> {
                    assertThat(refusal.failure().status()).isEqualTo(503);
                    assertThat(refusal.failure().retryAfterSeconds()).isEqualTo(1);
                });
        assertThat(threads.run(in(MINUTE), () -> "hash")).isEqualTo("hash");
    }

    @Test
    void nothingIsHashedWhoseDeadlineHasPassedInTheQueue() throws Exception {
        var done = new CountDownLatch(1);
        var hashed = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WIDTH; i++) {
                callers.submit(() -> threads.run(in(MINUTE), () -> holdUntil(done)));
            }
            full.await();
            var late =
                    callers.submit(
                            () -> threads.run(in(Duration.ofSeconds(9)), hashed::incrementAndGet));
            Awaitility.await().until(() -> threads.unfinished() == WIDTH + 1);
            clock.now = clock.now.plusSeconds(10);
            done.countDown();

            assertThatThrownBy(late::get).hasMessageContaining("Service unavailable.");
        }
        assertThat(hashed).hasValue(0);
    }

    @Test
    void everyUseOfAPasswordTakesAThread() {
        var config = new PasswordSettings(64, 1, Duration.ofMillis(10), true);
        var passwords = new Passwords(config, threads, clock);
        var hash = passwords.hash("secret");
        threads.run(in(MINUTE), () -> holdFor(Duration.ofMillis(900)));

        List<Runnable> uses =
                List.of(
                        () -> passwords.hash("secret"),
                        () -> passwords.matches("secret", hash),
                        () -> passwords.matchesNoUser("secret"));

        assertThat(uses)
                .allSatisfy(use -> assertThatThrownBy(use::run).hasMessage("Service unavailable."));
    }

    /** Those who come first wait for each other, so that the threads are busy once. */
    private int countThoseAtWork() {
        var atWork = running.incrementAndGet();
        holdUntil(full);
        running.decrementAndGet();
        return atWork;
    }

    private boolean holdUntil(CountDownLatch latch) {
        full.countDown();
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holdFor(Duration time) {
        Awaitility.await().pollDelay(time).until(() -> true);
        return true;
    }

    private Instant in(Duration time) {
        return clock.now.plus(time);
    }

    private HashingThreads threads(int width) {
        return new HashingThreads(new PasswordSettings(64, width, MINUTE, true), clock);
    }

    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
