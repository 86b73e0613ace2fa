package parlance.user.password;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;

/**
 * Few hashes at a time: each takes tens of milliseconds of a core and megabytes of memory, and a
 * flood of sign-ins must not take the whole process.
 */
@Singleton
final class HashingSlots {

    private final Semaphore slots;
    private final long patienceMillis;

    HashingSlots(PasswordConfig config) {
        this.slots = new Semaphore(config.concurrency(), true);
        this.patienceMillis = config.patience().toMillis();
    }

    /**
     * Waits for a slot, first come, first served.
     *
     * @throws Rejection with {@code SERVICE_UNAVAILABLE} if there is none for too long: whoever
     *     asked has given up by then, and a hash for nobody would keep the others waiting
     */
    <T> T use(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private void acquire() {
        try {
            if (slots.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
    }
}
