package parlance.gateway.session;

import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.RedisKey;
import parlance.contracts.session.SessionCut;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisUnavailable;

/** Sessions that are over, in Redis: written before the request that ends them is answered. */
@Singleton
final class RevocationStore {

    private final RedisPipeline redis;

    RevocationStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /**
     * Whether auth-service has ended the caller's session, or user-service all of the caller's.
     *
     * @throws Rejection if Redis is down
     */
    boolean includes(Caller caller) {
        var revoked = redis.key(RedisKey.REVOKED_SESSION, caller.sessionId().value());
        var cut = redis.key(RedisKey.SESSION_CUT, caller.userId().value());
        try {
            var found =
                    redis.send(
                            List.of(
                                    RedisCall.of(Command.GET, revoked),
                                    RedisCall.of(Command.GET, cut)));
            var userCut = found.getLast();
            return found.getFirst() != null
                    || (userCut != null
                            && SessionCut.parse(userCut.toString()).ends(caller.sessionId()));
        } catch (RedisUnavailable e) {
            throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }
}
