package parlance.presence.transition;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisPipeline;

/**
 * Whose connections are to be looked up, and when, by Redis's clock. Kept in Redis, so that a look
 * that is due is not lost with the process that was to take it.
 */
@Singleton
class DoubtStore {

    /**
     * Users whose time has come.
     *
     * @param claim by which they are taken out, unless they have been put in again since
     */
    record Due(String claim, List<UserId> users) {}

    private static final String NOW =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;

    private static final String ADD =
            NOW
                    + """
                    for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i]) end
                    """;

    /** Claimed for a while only: if the claimant dies, somebody else will find them due. */
    private static final String CLAIM =
            NOW
                    + """
                    local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
                    local claim = tostring(now + ARGV[2])
                    for _, user in ipairs(due) do redis.call('ZADD', KEYS[1], claim, user) end
                    table.insert(due, 1, claim)
                    return due
                    """;

    private static final String REMOVE =
            """
            for i = 2, #ARGV do
                local claim = redis.call('ZSCORE', KEYS[1], ARGV[i])
                if claim and tonumber(claim) == tonumber(ARGV[1]) then
                    redis.call('ZREM', KEYS[1], ARGV[i])
                end
            end
            """;

    private static final Duration CLAIM_LASTS = Duration.ofSeconds(5);

    private final RedisPipeline redis;
    private final String name;

    @Inject
    DoubtStore(RedisPipeline redis) {
        this(redis, "doubts");
    }

    /** A list of its own. */
    DoubtStore(RedisPipeline redis, String name) {
        this.redis = redis;
        this.name = name;
    }

    /** To be looked up after this while, and not before, even if it was to be sooner. */
    void add(Collection<UserId> users, Duration delay) {
        if (!users.isEmpty()) {
            run(ADD, Long.toString(delay.toMillis()), users);
        }
    }

    Due claimDue(int limit) {
        var arguments = List.of(limit, CLAIM_LASTS.toMillis());
        var answer = redis.send(RedisPipeline.script(CLAIM, List.of(key()), arguments));
        var users = new ArrayList<UserId>();
        for (int i = 1; answer != null && i < answer.size(); i++) {
            users.add(new UserId(answer.get(i).toString()));
        }
        return new Due(answer == null ? "" : answer.get(0).toString(), users);
    }

    /** They have been asked after. */
    void remove(Due due) {
        run(REMOVE, due.claim(), due.users());
    }

    /** Whether it is this process that walks through all who are online, for this time. */
    boolean claimWalk(Duration interval) {
        return redis.send(
                        Request.cmd(Command.SET)
                                .arg(redis.key("presence", "walk"))
                                .arg("claimed")
                                .arg("NX")
                                .arg("PX")
                                .arg(interval.toMillis()))
                != null;
    }

    private void run(String script, String first, Collection<UserId> users) {
        var arguments = Stream.concat(Stream.of(first), users.stream().map(UserId::value)).toList();
        redis.send(RedisPipeline.script(script, List.of(key()), arguments));
    }

    private String key() {
        return redis.key("presence", name);
    }
}
