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
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisUnavailable;

/**
 * The connections of users, in {@code conn:{user}}. {@code gateway-connections:{p}} names those of
 * one inbox, so that whoever finds its gateway dead knows what to remove.
 */
@Singleton
final class ConnectionRegistryStore {

    /** Requests in one pipeline. */
    private static final int BATCH = 1_000;

    /** A connection and whose it is. */
    record Entry(UserId userId, Registration registration) {}

    private final RedisPipeline redis;

    ConnectionRegistryStore(RedisPipeline redis) {
        this.redis = redis;
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
                    Request.cmd(Command.HSET)
                            .arg(userKey(entry.userId()))
                            .arg(connection)
                            .arg(registration.text()));
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
            requests.add(Request.cmd(Command.HDEL).arg(userKey(user)).arg(connection.value()));
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

    private String userKey(UserId user) {
        return redis.key("conn", user.value());
    }

    private String inboxKey(int partition) {
        return redis.key("gateway-connections", Integer.toString(partition));
    }
}
