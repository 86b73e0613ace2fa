package parlance.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HashingSlotsTest {

    private static final int SLOTS = 3;
    private static final int CALLERS = 20;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(SLOTS);

    @Test
    void neverAreMoreAtWorkThanThereAreSlotsAndInTheEndAllHaveBeen() throws Exception {
        var slots = slots(LONG);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> hash = () -> slots.use(this::countThoseAtWork);

            var seen = callers.invokeAll(Stream.generate(() -> hash).limit(CALLERS).toList());

            assertThat(seen).extracting(count -> count.get()).hasSize(CALLERS).contains(SLOTS);
            assertThat(seen).allSatisfy(count -> assertThat(count.get()).isBetween(1, SLOTS));
        }
    }

    @Test
    void whoeverWaitsTooLongIsRefused() throws Exception {
        var slots = slots(Duration.ofMillis(10));
        var done = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SLOTS; i++) {
                callers.submit(() -> slots.use(() -> holdUntil(done)));
            }
            full.await();

            assertThatThrownBy(() -> slots.use(() -> "hash")).hasMessage("Service unavailable.");
            done.countDown();
        }
        assertThat(slots.use(() -> "hash")).isEqualTo("hash");
    }

    @Test
    void everyUseOfAPasswordTakesASlot() {
        var config = new PasswordSettings(64, 1, Duration.ofMillis(10));
        var slots = new HashingSlots(config);
        var passwords = new Passwords(config, slots);
        var hash = passwords.hash("secret");

        List<Runnable> uses =
                List.of(
                        () -> passwords.hash("secret"),
                        () -> passwords.matches("secret", hash),
                        () -> passwords.matchesNobody("secret"));

        assertThat(uses)
                .allSatisfy(use ->
                        assertThatThrownBy(() -> slots.use(() -> run(use)))
                                .hasMessage("Service unavailable."));
    }

    /** Those who come first wait for each other, so that the slots are full once. */
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

    private static boolean run(Runnable use) {
        use.run();
        return true;
    }

    private static HashingSlots slots(Duration patience) {
        return new HashingSlots(new PasswordSettings(64, SLOTS, patience));
    }
}
