package parlance.user.password;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;

/** By libargon2, which takes about half the time of Java. */
final class NativeArgon2id implements Argon2id {

    private static final int SMALLEST_MEMORY = 8;

    private final Argon2 argon2;
    private final PasswordConfig config;

    /**
     * @throws LinkageError if the library cannot be loaded on this machine
     */
    NativeArgon2id(PasswordConfig config) {
        this.config = config;
        this.argon2 =
                Argon2Factory.create(
                        Argon2Types.ARGON2id, JavaArgon2id.SALT_BYTES, JavaArgon2id.OUTPUT_BYTES);
        // The library is loaded with its first use, and is to be missed here.
        argon2.hash(1, SMALLEST_MEMORY, JavaArgon2id.PARALLELISM, bytes(""));
    }

    @Override
    public String hash(String password) {
        return argon2.hash(
                config.iterations(), config.memory(), JavaArgon2id.PARALLELISM, bytes(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return argon2.verify(hash, bytes(password));
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
