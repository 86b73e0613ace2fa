package parlance.auth;

import java.time.Duration;
import java.util.Optional;

/** Settings for unit tests. */
public record TestConfig(String signingKeys, String cookieSecret, Optional<Boolean> cookieSecure)
        implements AuthConfig {

    @Override
    public Access access() {
        return () -> Duration.ofHours(3);
    }

    @Override
    public Attempts attempts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Refresh refresh() {
        return new Refresh() {
            @Override
            public Duration lifetime() {
                return Duration.ofDays(14);
            }

            @Override
            public Duration grace() {
                return Duration.ofSeconds(60);
            }
        };
    }
}
