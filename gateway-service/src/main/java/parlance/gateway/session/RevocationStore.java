package parlance.gateway.session;

import jakarta.inject.Singleton;
import parlance.contracts.ErrorCode;
import parlance.contracts.RedisKey;
import parlance.contracts.SessionId;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisUnavailable;

/** Revoked sessions in Redis, written by auth-service before it answers. */
@Singleton
final class RevocationStore {

    private final RedisCommands redis;

    RevocationStore(RedisCommands redis) {
        this.redis = redis;
    }

    /**
     * Whether auth-service has revoked the session.
     *
     * @throws Rejection if Redis is down
     */
    boolean includes(SessionId session) {
        var key = redis.key(RedisKey.REVOKED_SESSION, session.value());
        try {
            return redis.ask(data -> data.key().exists(key));
        } catch (RedisUnavailable e) {
            throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }
}
