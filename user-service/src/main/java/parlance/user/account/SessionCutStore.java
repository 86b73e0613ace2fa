package parlance.user.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parlance.contracts.RedisKey;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.session.SessionCut;
import parlance.kit.redis.RedisCommands;

/**
 * Ends sessions before the request that does so is answered: gateways refuse their access tokens at
 * {@code connect} from now on. auth-service ends them for good as soon as it hears of it.
 */
@Singleton
public final class SessionCutStore {

    /** Far longer than auth-service takes, unless Kafka is down; no access token lives longer. */
    private static final Duration KEPT = Duration.ofHours(4);

    private final RedisCommands redis;
    private final Clock clock;

    SessionCutStore(RedisCommands redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Of a user who is gone. */
    public void all(UserId user) {
        put(user, SessionCut.ofAll());
    }

    /** Those that began until now, but for one if it is named. */
    public void untilNow(UserId user, @Nullable SessionId except) {
        put(user, SessionCut.at(clock.instant(), except));
    }

    private void put(UserId user, SessionCut cut) {
        var key = redis.key(RedisKey.SESSION_CUT, user.value());
        redis.run(data -> data.value(String.class).setex(key, KEPT.toSeconds(), cut.text()));
    }
}
