package parlance.kit.directory;

import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import parlance.contracts.RedisKey;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;

/**
 * Whom users block, in Redis, so that a block holds for the very next message. Written through by
 * its owner, user-service. A user of whom nothing is there is unknown, which never means "blocks
 * nobody": user-service is asked, and fills it in.
 */
@Singleton
public final class BlockListStore {

    private static final Duration REFILL = Duration.ofSeconds(10);

    /** An older version never replaces a newer one, and any write ends the refills under way. */
    private static final RedisScript SAVE =
            new RedisScript(
                    """
                    redis.call('DEL', KEYS[2])
                    local current = redis.call('HGET', KEYS[1], 'version')
                    if current and tonumber(current) > tonumber(ARGV[1]) then return 0 end
                    redis.call('HSET', KEYS[1], 'version', ARGV[1], 'blocked', ARGV[2])
                    return 1
                    """);

    /** A refill counts only while nobody has written since it began. */
    private static final RedisScript REFILL_UNDER_TOKEN =
            new RedisScript(
                    """
                    if redis.call('GET', KEYS[2]) ~= ARGV[3] then return 0 end
                    redis.call('DEL', KEYS[2])
                    redis.call('HSET', KEYS[1], 'version', ARGV[1], 'blocked', ARGV[2])
                    return 1
                    """);

    private final RedisPipeline redis;
    private final RedisCommands commands;

    BlockListStore(RedisPipeline redis, RedisCommands commands) {
        this.redis = redis;
        this.commands = commands;
    }

    /** Whom each of {@code owners} blocks, in one round trip; who is unknown is not in it. */
    public Map<UserId, Set<UserId>> find(Collection<UserId> owners) {
        var asked = List.copyOf(owners);
        var answers =
                redis.send(
                        asked.stream()
                                .map(owner -> RedisCall.of(Command.HGET, key(owner), "blocked"))
                                .toList());
        var found = new HashMap<UserId, Set<UserId>>();
        for (int i = 0; i < asked.size(); i++) {
            var answer = answers.get(i);
            if (answer != null) {
                found.put(asked.get(i), parse(answer.toString()));
            }
        }
        return found;
    }

    /** Writes this version, unless a newer one is there. */
    public void save(UserId owner, long version, Collection<UserId> blocked) {
        redis.send(SAVE.on(keys(owner), List.of(version, text(blocked))));
    }

    /** From now on nothing is known of this user. */
    public void remove(UserId owner) {
        commands.run(data -> data.key().del(key(owner), tokenKey(owner)));
    }

    /** Begins a refill; to be called before the owner's own store is read. */
    public String beginRefill(UserId owner) {
        var token = UUID.randomUUID().toString();
        commands.run(
                data -> data.value(String.class).psetex(tokenKey(owner), REFILL.toMillis(), token));
        return token;
    }

    /** Writes what the owner had, unless a change was written since {@link #beginRefill}. */
    public void refill(UserId owner, long version, Collection<UserId> blocked, String token) {
        redis.send(REFILL_UNDER_TOKEN.on(keys(owner), List.of(version, text(blocked), token)));
    }

    private List<String> keys(UserId owner) {
        return List.of(key(owner), tokenKey(owner));
    }

    private String key(UserId owner) {
        return redis.key(RedisKey.BLOCK_LIST, owner.value());
    }

    private String tokenKey(UserId owner) {
        return redis.key(RedisKey.BLOCK_LIST_REFILL, owner.value());
    }

    private static String text(Collection<UserId> users) {
        return users.stream().map(UserId::value).collect(Collectors.joining(","));
    }

    private static Set<UserId> parse(String text) {
        return Arrays.stream(text.split(","))
                .filter(id -> !id.isEmpty())
                .map(UserId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
