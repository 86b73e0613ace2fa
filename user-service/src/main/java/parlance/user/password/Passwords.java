package parlance.user.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/** Hashes passwords with Argon2id, a few at a time. */
@Singleton
public final class Passwords {

    private static final int PARALLELISM = 1;
    private static final int OUTPUT_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2;
    private final SecureRandom random = new SecureRandom();
    private final HashingSlots slots;
    private final String nobodysHash;

    Passwords(PasswordConfig config, HashingSlots slots) {
        argon2 =
                Argon2Function.getInstance(
                        config.memory(), config.iterations(), PARALLELISM, OUTPUT_BYTES, Argon2.ID);
        this.slots = slots;
        nobodysHash = hash(UUID.randomUUID().toString());
    }

    /** In the PHC string format, with its salt and parameters. */
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var plain = password.getBytes(StandardCharsets.UTF_8);
        return slots.use(() -> argon2.hash(plain, salt).getResult());
    }

    public boolean matches(String password, String hash) {
        return slots.use(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
    }

    /** Takes as long as {@link #matches}, so that time does not tell who has an account. */
    public void matchesNobody(String password) {
        matches(password, nobodysHash);
    }

    /** Whether the hash was made with other parameters than those of today. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }
}
