package parlance.auth;

import java.time.Duration;

/** Settings for unit tests. */
public record TestConfig(String signingKeys, String cookieSecret, boolean cookieSecure)
        implements AuthConfig {

    @Override
    public SameSite cookieSameSite() {
        return SameSite.LAX;
    }

    @Override
    public Sessions sessions() {
        throw new UnsupportedOperationException();
    }

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
