package parlance.user.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id. Few at a time: each takes tens of milliseconds of a core and
 * megabytes of memory, and a flood of sign-ins must not take the whole process.
 */
@Singleton
public final class Passwords {

    private static final int PARALLELISM = 1;
    private static final int OUTPUT_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits;
    private final String nobodysHash;

    Passwords(PasswordConfig config) {
        argon2 =
                Argon2Function.getInstance(
                        config.memory(), config.iterations(), PARALLELISM, OUTPUT_BYTES, Argon2.ID);
        permits = new Semaphore(config.concurrency());
        nobodysHash = hash(UUID.randomUUID().toString());
    }

    /** In the PHC string format, with its salt and parameters. */
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var plain = password.getBytes(StandardCharsets.UTF_8);
        return limited(() -> argon2.hash(plain, salt).getResult());
    }

    public boolean matches(String password, String hash) {
        return limited(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
    }

    /** Takes as long as {@link #matches}, so that time does not tell who has an account. */
    public void matchesNobody(String password) {
        matches(password, nobodysHash);
    }

    /** Whether the hash was made with other parameters than those of today. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }

    private <T> T limited(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
