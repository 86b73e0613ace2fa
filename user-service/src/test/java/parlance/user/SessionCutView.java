package parlance.user;

import jakarta.inject.Singleton;
import java.util.Optional;
import parlance.contracts.RedisKey;
import parlance.contracts.session.SessionCut;
import parlance.kit.redis.RedisCommands;

/** What gateways are told of the sessions of a user. */
@Singleton
public class SessionCutView {

    private final RedisCommands redis;

    SessionCutView(RedisCommands redis) {
        this.redis = redis;
    }

    public Optional<SessionCut> of(SignedUpUser user) {
        var key = redis.key(RedisKey.SESSION_CUT, user.id());
        return Optional.ofNullable(redis.ask(data -> data.value(String.class).get(key)))
                .map(SessionCut::parse);
    }
}
