package parlance.user.password;

import java.time.Duration;

/** Settings for unit tests. */
record PasswordSettings(int memory, int concurrency, Duration patience, boolean nativeLibrary)
        implements PasswordConfig {

    @Override
    public int iterations() {
        return 2;
    }
}
