package parlance.kit.publish;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Whether a connection counts, by who registered it and who holds its inbox now. */
    private interface Rule {
        boolean counts(String instance, @Nullable String holder);
    }

    /** In the hash of a user who may resume, among the ids of the connections. */
    public static final String RESUMABLE = "resumable";

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
        return findAudience(users).connections();
    }

    /**
     * The same, with who of them may resume.
     *
     * @throws RegistryUnknown as above
     */
    public Audience findAudience(Collection<UserId> users) {
        return find(users, String::equals);
    }

    /**
     * Those of {@code users} who surely have no connection. One at a gateway that has let its lease
     * lapse still counts: it may only be slow, and if it is dead, somebody will say so.
     *
     * @throws RegistryUnknown as above
     */
    public Set<UserId> findGone(Collection<UserId> users) {
        var left = find(users, (instance, holder) -> holder == null || instance.equals(holder));
        return left.connections().entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Audience find(Collection<UserId> users, Rule rule) {
        var asked = List.copyOf(users);
        if (asked.isEmpty()) {
            return new Audience(Map.of(), Set.of());
        }
        var requests = new ArrayList<Request>();
        requests.add(registryId());
        asked.forEach(user ->
                requests.add(Request.cmd(Command.HGETALL).arg(redis.key("conn", user.value()))));
        var answers = redis.send(requests);
        var found = new HashMap<UserId, List<Registration>>();
        var resumable = new HashSet<UserId>();
        for (int i = 0; i < asked.size(); i++) {
            var hash = answers.get(i + 1);
            found.put(asked.get(i), read(hash));
            if (hash != null && hash.containsKey(RESUMABLE)) {
                resumable.add(asked.get(i));
            }
        }
        return new Audience(onlyCounted(found, rule, answers.getFirst()), resumable);
    }

    /**
     * @param registry the registry's id before the connections were read: were it lost in between,
     *     what is absent would look like "nobody"
     */
    private Map<UserId, List<Registration>> onlyCounted(
            Map<UserId, List<Registration>> found, Rule rule, @Nullable Response registry) {
        var inboxes = new LinkedHashSet<Integer>();
        found.values().forEach(list -> list.forEach(r -> inboxes.add(r.inbox().partition())));
        var partitions = List.copyOf(inboxes);
        var requests = new ArrayList<Request>();
        partitions.forEach(p -> requests.add(Request.cmd(Command.GET).arg(leaseKey(p))));
        requests.add(registryId());
        requests.add(Request.cmd(Command.EXISTS).arg(redis.key("registry", "young")));
        var answers = redis.send(requests);
        var young = RedisPipeline.isTrue(answers.getLast());
        if (young || !isSame(registry, answers.get(partitions.size()))) {
            throw new RegistryUnknown();
        }
        var holders = holdersOf(partitions, answers);
        found.replaceAll((user, list) ->
                list.stream()
                        .filter(r ->
                                rule.counts(
                                        r.inbox().instance(), holders.get(r.inbox().partition())))
                        .toList());
        return found;
    }

    private static Map<Integer, String> holdersOf(
            List<Integer> partitions, List<@Nullable Response> leases) {
        var holders = new HashMap<Integer, String>();
        for (int i = 0; i < partitions.size(); i++) {
            var lease = leases.get(i);
            if (lease != null) {
                holders.put(partitions.get(i), lease.toString());
            }
        }
        return holders;
    }

    private static boolean isSame(@Nullable Response before, @Nullable Response now) {
        return before != null && now != null && before.toString().equals(now.toString());
    }

    private Request registryId() {
        return Request.cmd(Command.GET).arg(redis.key("registry", "id"));
    }

    private String leaseKey(int partition) {
        return redis.key("gateway", Integer.toString(partition));
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
