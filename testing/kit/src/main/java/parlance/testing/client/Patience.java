package parlance.testing.client;

import java.time.Duration;

/** How long a test waits for something that should happen. */
public final class Patience {

    /** Far more than anything takes on an idle machine: a busy one must not fail a test. */
    public static final Duration USUAL = Duration.ofSeconds(20);

    private Patience() {}

    /** A condition that is looked at again and again. */
    @FunctionalInterface
    public interface Check {
        /** Fails with an {@link AssertionError}, or any exception, while it does not hold. */
        void run() throws Exception;
    }

    /**
     * Waits until {@code check} passes.
     *
     * @throws AssertionError with the last failure, once {@code limit} is over
     */
    public static void until(Duration limit, Check check) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            } catch (Exception | AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "not within " + limit.toSeconds() + " s: " + e.getMessage(), e);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
