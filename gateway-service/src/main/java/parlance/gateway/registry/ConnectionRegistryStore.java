package parlance.gateway.registry;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorCode;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.publish.Registration;
import parlance.kit.publish.RegistryStore;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisUnavailable;
import parlance.kit.resume.ResumeSettings;
import parlance.kit.resume.ResumeStore;

/**
 * The connections of users, in {@code conn:{user}}. {@code gateway-connections:{p}} names those of
 * one inbox, so that whoever finds its gateway dead knows what to remove.
 */
@Singleton
final class ConnectionRegistryStore {

    /** Requests in one pipeline. */
    private static final int BATCH = 1_000;

    /** With the mark that what is for the user is numbered, and what it needs, kept. */
    private static final String ADD =
            """
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            if ARGV[3] == 'true' then redis.call('HSET', KEYS[1], ARGV[4], '') end
            for _, key in ipairs(KEYS) do redis.call('PERSIST', key) end
            """;

    /** When the last connection of a user who may resume goes, the rest follows in its time. */
    private static final String REMOVE =
            """
            redis.call('HDEL', KEYS[1], ARGV[1])
            if redis.call('HLEN', KEYS[1]) == 1
                    and redis.call('HEXISTS', KEYS[1], ARGV[2]) == 1 then
                for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[3]) end
            end
            """;

    /**
     * A connection and whose it is.
     *
     * @param resumable its client may go on elsewhere when it breaks
     */
    record Entry(UserId userId, Registration registration, boolean resumable) {}

    private final RedisPipeline redis;
    private final ResumeStore streams;
    private final ResumeSettings resume;

    ConnectionRegistryStore(RedisPipeline redis, ResumeStore streams, ResumeSettings resume) {
        this.redis = redis;
        this.streams = streams;
        this.resume = resume;
    }

    /**
     * Registers connections, again if they are there already.
     *
     * @throws Rejection if Redis is down
     */
    void add(Collection<Entry> entries) {
        var requests = new ArrayList<Request>();
        for (var entry : entries) {
            var registration = entry.registration();
            var connection = registration.connectionId().value();
            requests.add(
                    Request.cmd(Command.HSET)
                            .arg(inboxKey(registration.inbox().partition()))
                            .arg(connection)
                            .arg(entry.userId().value()));
            requests.add(
                    RedisPipeline.script(
                            ADD,
                            keysOf(entry.userId()),
                            List.of(
                                    connection,
                                    registration.text(),
                                    entry.resumable(),
                                    RegistryStore.RESUMABLE)));
        }
        try {
            sendAll(requests);
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
        var requests = new ArrayList<Request>();
        connections.forEach((connection, user) -> {
            requests.add(
                    RedisPipeline.script(
                            REMOVE,
                            keysOf(user),
                            List.of(
                                    connection.value(),
                                    RegistryStore.RESUMABLE,
                                    resume.window().toMillis())));
            requests.add(
                    Request.cmd(Command.HDEL).arg(inboxKey(partition)).arg(connection.value()));
        });
        try {
            sendAll(requests);
            return true;
        } catch (RedisUnavailable e) {
            return false;
        }
    }

    /** Whatever is registered at an inbox, by its present gateway or by a dead one. */
    Map<ConnectionId, UserId> connectionsAt(int partition) {
        var hash = redis.send(Request.cmd(Command.HGETALL).arg(inboxKey(partition)));
        if (hash == null) {
            return Map.of();
        }
        var connections = new HashMap<ConnectionId, UserId>();
        hash.getKeys()
                .forEach(id ->
                        connections.put(new ConnectionId(id), new UserId(hash.get(id).toString())));
        return connections;
    }

    private void sendAll(List<Request> requests) {
        for (int from = 0; from < requests.size(); from += BATCH) {
            redis.send(requests.subList(from, Math.min(requests.size(), from + BATCH)));
        }
    }

    /** The user's connections first, then what it takes to resume. */
    private List<String> keysOf(UserId user) {
        var keys = new ArrayList<String>();
        keys.add(redis.key("conn", user.value()));
        keys.addAll(streams.keysOf(user));
        return keys;
    }

    private String inboxKey(int partition) {
        return redis.key("gateway-connections", Integer.toString(partition));
    }
}
