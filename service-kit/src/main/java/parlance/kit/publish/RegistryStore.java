package parlance.kit.publish;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisPipeline;

/**
 * Which connections a user has, and at which gateway: the connection registry in Redis, written by
 * the gateways. A connection counts while the instance that registered it holds the lease of its
 * inbox.
 */
@Singleton
public final class RegistryStore {

    private final RedisPipeline redis;

    RegistryStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /**
     * The live connections of {@code users}, in two round trips however many they are. A user
     * without any is in the answer with an empty list.
     *
     * @throws RegistryUnknown while the registry is being filled again after a loss: absent then
     *     means unknown, never "nobody"
     */
    public Map<UserId, List<Registration>> find(Collection<UserId> users) {
        var asked = List.copyOf(users);
        if (asked.isEmpty()) {
            return Map.of();
        }
        var requests = new ArrayList<Request>();
        requests.add(Request.cmd(Command.EXISTS).arg(redis.key("registry", "id")));
        requests.add(Request.cmd(Command.EXISTS).arg(redis.key("registry", "young")));
        asked.forEach(user ->
                requests.add(Request.cmd(Command.HGETALL).arg(redis.key("conn", user.value()))));
        var answers = redis.send(requests);
        if (!RedisPipeline.isTrue(answers.get(0)) || RedisPipeline.isTrue(answers.get(1))) {
            throw new RegistryUnknown();
        }
        var found = new HashMap<UserId, List<Registration>>();
        for (int i = 0; i < asked.size(); i++) {
            found.put(asked.get(i), read(answers.get(i + 2)));
        }
        return onlyLive(found);
    }

    private Map<UserId, List<Registration>> onlyLive(Map<UserId, List<Registration>> found) {
        var inboxes = new HashSet<Integer>();
        found.values().forEach(list -> list.forEach(r -> inboxes.add(r.inbox().partition())));
        var holders = holdersOf(inboxes);
        found.replaceAll((user, list) ->
                list.stream()
                        .filter(r ->
                                r.inbox().instance().equals(holders.get(r.inbox().partition())))
                        .toList());
        return found;
    }

    private Map<Integer, String> holdersOf(Set<Integer> inboxes) {
        var partitions = List.copyOf(inboxes);
        var leases =
                redis.send(
                        partitions.stream()
                                .map(p -> Request.cmd(Command.GET).arg(leaseKey(p)))
                                .toList());
        var holders = new HashMap<Integer, String>();
        for (int i = 0; i < partitions.size(); i++) {
            var lease = leases.get(i);
            if (lease != null) {
                holders.put(partitions.get(i), lease.toString());
            }
        }
        return holders;
    }

    private String leaseKey(int partition) {
        return redis.key("gateway", Integer.toString(partition));
    }

    private static List<Registration> read(@Nullable Response hash) {
        if (hash == null) {
            return List.of();
        }
        return hash.getKeys().stream()
                .map(id -> Registration.parse(new ConnectionId(id), hash.get(id).toString()))
                .toList();
    }
}
