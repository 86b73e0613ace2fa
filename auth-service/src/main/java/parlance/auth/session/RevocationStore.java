package parlance.auth.session;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.time.Duration;
import parlance.auth.AuthConfig;
import parlance.contracts.SessionId;
import parlance.kit.redis.RedisPipeline;

/**
 * Sessions that are over, in Redis: gateways refuse their access tokens at {@code connect}, however
 * valid the signature.
 */
@Singleton
class RevocationStore {

    /** Verifiers allow their clocks to be off by up to a minute. */
    private static final Duration LEEWAY = Duration.ofMinutes(2);

    private final RedisPipeline redis;
    private final Duration kept;

    RevocationStore(RedisPipeline redis, AuthConfig config) {
        this.redis = redis;
        this.kept = config.access().lifetime().plus(LEEWAY);
    }

    /** Until the last access token of the session has expired. */
    void add(SessionId id) {
        redis.send(
                Request.cmd(Command.SET)
                        .arg(redis.key("revoked", id.value()))
                        .arg("1")
                        .arg("EX")
                        .arg(kept.toSeconds()));
    }
}
