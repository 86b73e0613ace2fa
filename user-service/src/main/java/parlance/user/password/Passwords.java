package parlance.user.password;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Hashes passwords with Argon2id, a few at a time. */
@Singleton
public final class Passwords {

    private static final Logger LOG = Logger.getLogger(Passwords.class);

    private final Argon2id argon2;
    private final PasswordConfig config;
    private final HashingThreads threads;
    private final Clock clock;
    private final String hashOfNoUser;
    private final String parameters;

    Passwords(PasswordConfig config, HashingThreads threads, Clock clock) {
        this.config = config;
        this.threads = threads;
        this.clock = clock;
        argon2 = config.nativeLibrary() ? nativeOrJava(config) : new JavaArgon2id(config);
        hashOfNoUser = argon2.hash(UUID.randomUUID().toString());
        parameters = parametersOf(hashOfNoUser);
    }

    /** For a caller that waits for as long as {@link PasswordConfig#patience} says. */
    public String hash(String password) {
        return hash(password, patienceFromNow());
    }

    /**
     * In the PHC string format, with its salt and parameters.
     *
     * @throws parlance.kit.Rejection if there is no time for it before the deadline
     */
    public String hash(String password, Instant deadline) {
        return threads.run(deadline, () -> argon2.hash(password));
    }

    /** For a caller that waits for as long as {@link PasswordConfig#patience} says. */
    public boolean matches(String password, String hash) {
        return matches(password, hash, patienceFromNow());
    }

    /**
     * Whether this is the password that the hash was made of.
     *
     * @throws parlance.kit.Rejection if there is no time for it before the deadline
     */
    public boolean matches(String password, String hash, Instant deadline) {
        return threads.run(deadline, () -> argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches}, so that time does not tell which logins exist. */
    public void matchesNoUser(String password) {
        matches(password, hashOfNoUser);
    }

    /** Whether the hash was made with other parameters than those of today. */
    public boolean isOutdated(String hash) {
        return !parametersOf(hash).equals(parameters);
    }

    private Instant patienceFromNow() {
        return clock.instant().plus(config.patience());
    }

    /** {@code $argon2id$v=19$m=19456,t=2,p=1} of the whole text. */
    private static String parametersOf(String hash) {
        var salt = hash.lastIndexOf('$', hash.lastIndexOf('$') - 1);
        return salt < 0 ? hash : hash.substring(0, salt);
    }

    private static Argon2id nativeOrJava(PasswordConfig config) {
        try {
            return new NativeArgon2id(config);
        } catch (LinkageError notHere) {
            LOG.warnf("argon2_in_java cause=%s", notHere);
            return new JavaArgon2id(config);
        }
    }
}
