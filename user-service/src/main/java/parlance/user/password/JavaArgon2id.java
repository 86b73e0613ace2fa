package parlance.user.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** In Java, for machines on which libargon2 cannot be loaded. */
final class JavaArgon2id implements Argon2id {

    static final int PARALLELISM = 1;
    static final int OUTPUT_BYTES = 32;
    static final int SALT_BYTES = 16;

    private final Argon2Function argon2;
    private final SecureRandom random = new SecureRandom();

    JavaArgon2id(PasswordConfig config) {
        argon2 =
                Argon2Function.getInstance(
                        config.memory(), config.iterations(), PARALLELISM, OUTPUT_BYTES, Argon2.ID);
    }

    @Override
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return argon2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }

    @Override
    public boolean matches(String password, String hash) {
        return Argon2Function.getInstanceFromHash(hash).check(password, hash);
    }
}
