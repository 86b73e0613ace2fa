package parlance.gateway.registry;

import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorCode;
import parlance.contracts.RedisKey;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;
import parlance.kit.redis.RedisUnavailable;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.kit.resume.ResumeSettings;
import parlance.kit.resume.ResumeStore;

/**
 * The connections of users, in {@code conn:{user}}. {@code gateway-connections:{p}} names those of
 * one inbox, so that whoever finds its gateway dead knows what to remove.
 */
@Singleton
final class ConnectionRegistryStore {

    /** With the mark that what is for the user is numbered, and what it needs, kept. */
    private static final RedisScript ADD =
            new RedisScript(
                    """
                    redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
                    if ARGV[3] == 'true' then redis.call('HSET', KEYS[1], ARGV[4], '') end
                    for _, key in ipairs(KEYS) do redis.call('PERSIST', key) end
                    """);

    /** When the last connection of a user who may resume goes, the rest follows in its time. */
    private static final RedisScript REMOVE =
            new RedisScript(
                    """
                    redis.call('HDEL', KEYS[1], ARGV[1])
                    if redis.call('HLEN', KEYS[1]) == 1
                            and redis.call('HEXISTS', KEYS[1], ARGV[2]) == 1 then
                        for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[3]) end
                    end
                    """);

    /**
     * A connection and whose it is.
     *
     * @param resumable its client may go on elsewhere when it breaks
     */
    record Entry(UserId userId, Registration registration, boolean resumable) {}

    private final RedisPipeline redis;
    private final RedisCommands commands;
    private final ResumeStore streams;
    private final ResumeSettings resume;

    ConnectionRegistryStore(
            RedisPipeline redis,
            RedisCommands commands,
            ResumeStore streams,
            ResumeSettings resume) {
        this.redis = redis;
        this.commands = commands;
        this.streams = streams;
        this.resume = resume;
    }

    /**
     * Registers connections, again if they are there already.
     *
     * @throws Rejection if Redis is down
     */
    void add(Collection<Entry> entries) {
        var requests = new ArrayList<RedisCall>();
        for (var entry : entries) {
            var registration = entry.registration();
            var connection = registration.connectionId().value();
            requests.add(
                    RedisCall.of(
                            Command.HSET,
                            inboxKey(registration.inbox().partition()),
                            connection,
                            entry.userId().value()));
            requests.add(
                    ADD.on(
                            keysOf(entry.userId()),
                            List.of(
                                    connection,
                                    registration.text(),
                                    entry.resumable(),
                                    RegistryStore.RESUMABLE)));
        }
        try {
            redis.send(requests);
        } catch (RedisUnavailable e) {
            throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }

    /**
     * Removes connections, each its user's.
     *
     * @return false if Redis is down: it is to be tried again
     */
    boolean remove(int partition, Map<ConnectionId, UserId> connections) {
        var requests = new ArrayList<RedisCall>();
        connections.forEach((connection, user) -> {
            requests.add(
                    REMOVE.on(
                            keysOf(user),
                            List.of(
                                    connection.value(),
                                    RegistryStore.RESUMABLE,
                                    resume.window().toMillis())));
            requests.add(RedisCall.of(Command.HDEL, inboxKey(partition), connection.value()));
        });
        try {
            redis.send(requests);
            return true;
        } catch (RedisUnavailable e) {
            return false;
        }
    }

    /** Whatever is registered at an inbox, by its present gateway or by a dead one. */
    Map<ConnectionId, UserId> connectionsAt(int partition) {
        var connections = new HashMap<ConnectionId, UserId>();
        commands.ask(data -> data.hash(String.class).hgetall(inboxKey(partition)))
                .forEach((connection, user) ->
                        connections.put(new ConnectionId(connection), new UserId(user)));
        return connections;
    }

    /** The user's connections first, then what it takes to resume. */
    private List<String> keysOf(UserId user) {
        var keys = new ArrayList<String>();
        keys.add(redis.key(RedisKey.USER_CONNECTIONS, user.value()));
        keys.addAll(streams.keysOf(user));
        return keys;
    }

    private String inboxKey(int partition) {
        return redis.key(RedisKey.GATEWAY_CONNECTIONS, Integer.toString(partition));
    }
}
