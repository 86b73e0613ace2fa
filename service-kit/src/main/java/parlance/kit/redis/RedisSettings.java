package parlance.kit.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Redis, beyond the addresses in {@code quarkus.redis.hosts}. */
@ConfigMapping(prefix = "parlance.redis")
public interface RedisSettings {

    /** Put before every key, so that several suites share a server. */
    Optional<String> keyPrefix();

    /** How long an answer may take before Redis counts as down. */
    @WithDefault("2s")
    Duration timeout();
}
