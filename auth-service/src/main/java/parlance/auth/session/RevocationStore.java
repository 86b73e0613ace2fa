package parlance.auth.session;

import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import parlance.auth.AuthConfig;
import parlance.contracts.RedisKey;
import parlance.contracts.SessionId;
import parlance.kit.redis.RedisCall;
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

    /** Until the last access token of the sessions has expired. */
    void add(List<SessionId> ids) {
        redis.send(ids.stream().map(this::revocationOf).toList());
    }

    private RedisCall revocationOf(SessionId id) {
        return RedisCall.of(
                Command.SETEX,
                redis.key(RedisKey.REVOKED_SESSION, id.value()),
                kept.toSeconds(),
                "1");
    }
}
