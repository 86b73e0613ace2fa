package parlance.presence.transition;

import io.quarkus.redis.datasource.value.SetArgs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import parlance.contracts.RedisKey;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;

/**
 * The users whose connections are to be looked up, each with a due time by Redis's clock. They are
 * kept in Redis, so that a due check survives the process that scheduled it.
 */
@Singleton
class OfflineCheckStore {

    /**
     * Users whose check is due.
     *
     * @param claim identifies this claim; with it the users are removed, unless they have been
     *     added again since
     */
    record Due(String claim, List<UserId> users) {}

    private static final String NOW =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;

    private static final RedisScript ADD =
            new RedisScript(
                    NOW
                            + """
                            for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i]) end
                            """);

    /**
     * Claims the due users for a while only: if the claiming process dies, another replica finds
     * them due again.
     */
    private static final RedisScript CLAIM =
            new RedisScript(
                    NOW
                            + """
                            local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
                            local claim = tostring(now + ARGV[2])
                            for _, user in ipairs(due) do redis.call('ZADD', KEYS[1], claim, user) end
                            table.insert(due, 1, claim)
                            return due
                            """);

    private static final RedisScript REMOVE =
            new RedisScript(
                    """
                    for i = 2, #ARGV do
                        local claim = redis.call('ZSCORE', KEYS[1], ARGV[i])
                        if claim and tonumber(claim) == tonumber(ARGV[1]) then
                            redis.call('ZREM', KEYS[1], ARGV[i])
                        end
                    end
                    """);

    private static final Duration CLAIM_LASTS = Duration.ofSeconds(5);

    private final RedisPipeline redis;
    private final RedisCommands commands;
    private final String key;

    @Inject
    OfflineCheckStore(RedisPipeline redis, RedisCommands commands) {
        this(redis, commands, redis.key(RedisKey.OFFLINE_CHECKS));
    }

    /** A list of its own. */
    OfflineCheckStore(RedisPipeline redis, RedisCommands commands, String key) {
        this.redis = redis;
        this.commands = commands;
        this.key = key;
    }

    /** Schedules the check after this delay, replacing an earlier due time. */
    void add(Collection<UserId> users, Duration delay) {
        if (!users.isEmpty()) {
            run(ADD, Long.toString(delay.toMillis()), users);
        }
    }

    Due claimDue(int limit) {
        var arguments = List.of(limit, CLAIM_LASTS.toMillis());
        var answer = redis.send(CLAIM.on(List.of(key), arguments));
        var users = new ArrayList<UserId>();
        for (int i = 1; answer != null && i < answer.size(); i++) {
            users.add(new UserId(answer.get(i).toString()));
        }
        return new Due(answer == null ? "" : answer.get(0).toString(), users);
    }

    /** Removes the users of a claim, whose checks have been requested. */
    void remove(Due due) {
        run(REMOVE, due.claim(), due.users());
    }

    /** Whether this process is the one that reconciles all online users for this duration. */
    boolean claimWalk(Duration interval) {
        var key = redis.key(RedisKey.PRESENCE_RECONCILIATION);
        var unlessClaimed = new SetArgs().nx().px(interval);
        return commands.ask(
                data -> data.value(String.class).setAndChanged(key, "claimed", unlessClaimed));
    }

    private void run(RedisScript script, String first, Collection<UserId> users) {
        var arguments = Stream.concat(Stream.of(first), users.stream().map(UserId::value)).toList();
        redis.send(script.on(List.of(key), arguments));
    }
}
