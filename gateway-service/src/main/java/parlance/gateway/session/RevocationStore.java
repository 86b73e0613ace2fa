package parlance.gateway.session;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import parlance.contracts.ErrorCode;
import parlance.contracts.SessionId;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisUnavailable;

/** Revoked sessions in Redis, written by auth-service before it answers. */
@Singleton
final class RevocationStore {

    private final RedisPipeline redis;

    RevocationStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /**
     * Whether auth-service has revoked the session.
     *
     * @throws Rejection if Redis is down
     */
    boolean includes(SessionId session) {
        try {
            return RedisPipeline.isTrue(
                    redis.send(
                            Request.cmd(Command.EXISTS)
                                    .arg(redis.key("revoked", session.value()))));
        } catch (RedisUnavailable e) {
            throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }
}
