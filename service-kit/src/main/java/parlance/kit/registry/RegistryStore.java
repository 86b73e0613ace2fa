package parlance.kit.registry;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.InboxAddress;
import parlance.contracts.RedisKey;
import parlance.contracts.UserId;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;

/**
 * Which connections a user has, and at which gateway: the connection registry in Redis, written by
 * the gateways. A connection counts until another instance has taken the inbox of the one that
 * registered it. A lease that has only lapsed proves nothing: Redis or the gateway may have been
 * away, and what is addressed to the inbox meanwhile is read by its owner, or handed back by the
 * gateway that takes it.
 */
@Singleton
public final class RegistryStore {

    /** In the hash of a user who may resume, among the ids of the connections. */
    public static final String RESUMABLE = "resumable";

    private final RedisPipeline redis;

    /** Inboxes that connections were seen at: whose leases are asked for at once. */
    private final Set<Integer> inUse = ConcurrentHashMap.newKeySet();

    public RegistryStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /**
     * The live connections of {@code users}, in one round trip however many they are, and another
     * when an inbox is seen for the first time. A user without any is in the answer with an empty
     * list.
     *
     * @throws RegistryUnknown while the registry is being filled again after a loss: absent then
     *     means unknown, never "nobody"
     */
    public Map<UserId, List<Registration>> find(Collection<UserId> users) {
        return findAudience(users).connections();
    }

    /**
     * Those of {@code users} who have no connection.
     *
     * @throws RegistryUnknown as above
     */
    public Set<UserId> findGone(Collection<UserId> users) {
        return find(users).entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * The same, with who of them may resume.
     *
     * @throws RegistryUnknown as above
     */
    public ConnectedRecipients findAudience(Collection<UserId> users) {
        var asked = List.copyOf(users);
        if (asked.isEmpty()) {
            return new ConnectedRecipients(Map.of(), Set.of());
        }
        var partitions = Set.copyOf(inUse);
        var answers = redis.send(requestsFor(asked, partitions));
        refuseUnlessWhole(answers);
        var hashes = answers.subList(1, asked.size() + 1);
        var found = registrationsOf(asked, hashes);
        var named = inboxesOf(found);
        if (!partitions.containsAll(named)) {
            inUse.addAll(named);
            return findAudience(asked);
        }
        var leases = answers.subList(asked.size() + 1, answers.size() - 2);
        return new ConnectedRecipients(
                onlyCounted(found, holdersOf(partitions, leases)), resumable(asked, hashes));
    }

    /**
     * The registry's id comes first and once more after the connections: were it lost in between,
     * what is absent would look like "nobody".
     */
    private List<RedisCall> requestsFor(List<UserId> users, Set<Integer> partitions) {
        var requests = new ArrayList<RedisCall>();
        requests.add(registryId());
        users.forEach(user ->
                requests.add(
                        RedisCall.of(
                                Command.HGETALL,
                                redis.key(RedisKey.USER_CONNECTIONS, user.value()))));
        partitions.forEach(p -> requests.add(RedisCall.of(Command.GET, leaseKey(p))));
        requests.add(registryId());
        requests.add(RedisCall.of(Command.EXISTS, redis.key(RedisKey.REGISTRY_YOUNG)));
        return requests;
    }

    private static void refuseUnlessWhole(List<@Nullable Response> answers) {
        var young = RedisPipeline.isTrue(answers.getLast());
        if (young || !isSame(answers.getFirst(), answers.get(answers.size() - 2))) {
            throw new RegistryUnknown();
        }
    }

    private static Map<UserId, List<Registration>> registrationsOf(
            List<UserId> users, List<@Nullable Response> hashes) {
        var found = new HashMap<UserId, List<Registration>>();
        for (int i = 0; i < users.size(); i++) {
            found.put(users.get(i), read(hashes.get(i)));
        }
        return found;
    }

    private static Set<UserId> resumable(List<UserId> users, List<@Nullable Response> hashes) {
        var resumable = new HashSet<UserId>();
        for (int i = 0; i < users.size(); i++) {
            var hash = hashes.get(i);
            if (hash != null && hash.containsKey(RESUMABLE)) {
                resumable.add(users.get(i));
            }
        }
        return resumable;
    }

    private static Set<Integer> inboxesOf(Map<UserId, List<Registration>> found) {
        return found.values().stream()
                .flatMap(List::stream)
                .map(registration -> registration.inbox().partition())
                .collect(Collectors.toSet());
    }

    private static Map<UserId, List<Registration>> onlyCounted(
            Map<UserId, List<Registration>> found, Map<Integer, String> holders) {
        found.replaceAll((user, list) ->
                list.stream()
                        .filter(registration -> isNotTaken(registration.inbox(), holders))
                        .toList());
        return found;
    }

    private static boolean isNotTaken(InboxAddress inbox, Map<Integer, String> holders) {
        return holders.getOrDefault(inbox.partition(), inbox.instance()).equals(inbox.instance());
    }

    private static Map<Integer, String> holdersOf(
            Set<Integer> partitions, List<@Nullable Response> leases) {
        var holders = new HashMap<Integer, String>();
        var lease = leases.iterator();
        for (var partition : partitions) {
            var holder = lease.next();
            if (holder != null) {
                holders.put(partition, holder.toString());
            }
        }
        return holders;
    }

    private static boolean isSame(@Nullable Response before, @Nullable Response now) {
        return before != null && now != null && before.toString().equals(now.toString());
    }

    private RedisCall registryId() {
        return RedisCall.of(Command.GET, redis.key(RedisKey.REGISTRY_ID));
    }

    private String leaseKey(int partition) {
        return redis.key(RedisKey.GATEWAY_LEASE, Integer.toString(partition));
    }

    private static List<Registration> read(@Nullable Response hash) {
        if (hash == null) {
            return List.of();
        }
        return hash.getKeys().stream()
                .filter(id -> !id.equals(RESUMABLE))
                .map(id -> Registration.parse(new ConnectionId(id), hash.get(id).toString()))
                .toList();
    }
}
