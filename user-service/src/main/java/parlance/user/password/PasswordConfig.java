package parlance.user.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What one password costs an attacker, and the service. */
@ConfigMapping(prefix = "parlance.user.password")
public interface PasswordConfig {

    /** Memory of one Argon2id hash, in KiB. */
    @WithDefault("19456")
    int memory();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();

    /** How many hashes are computed at the same time; the others wait. */
    @WithDefault("2")
    int concurrency();

    /**
     * How long an HTTP request or another service's call may wait for its hash; a request on a
     * socket waits until its own deadline. If the queue is longer, 503 is answered at once.
     */
    @WithDefault("5s")
    Duration patience();

    /** Whether libargon2 computes the hashes, where it can be loaded; if not, Java does. */
    @WithName("native")
    @WithDefault("true")
    boolean nativeLibrary();
}
