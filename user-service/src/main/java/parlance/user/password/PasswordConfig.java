package parlance.user.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one password costs an attacker, and us. */
@ConfigMapping(prefix = "parlance.user.password")
public interface PasswordConfig {

    /** Memory of one Argon2id hash, in KiB. */
    @WithDefault("19456")
    int memory();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();

    /** How many hashes are computed at the same time; the others wait. */
    @WithDefault("4")
    int concurrency();

    /** How long one waits; then the client is told 503. */
    @WithDefault("5s")
    Duration patience();
}
