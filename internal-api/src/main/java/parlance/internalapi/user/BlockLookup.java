package parlance.internalapi.user;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.UserId;
import parlance.kit.directory.BlockListStore;

/**
 * Who blocks whom, by the read model in Redis. user-service is asked only for users of whom the
 * read model knows nothing.
 */
@Singleton
public final class BlockLookup {

    private final BlockListStore lists;
    private final UserApi owner;

    BlockLookup(BlockListStore lists, @RestClient UserApi owner) {
        this.lists = lists;
        this.owner = owner;
    }

    /** Whom each of these users blocks: one round trip, and one more if some are unknown. */
    public Map<UserId, Set<UserId>> find(Collection<UserId> users) {
        var found = new HashMap<>(lists.find(users));
        var unknown = users.stream().filter(id -> !found.containsKey(id)).distinct().toList();
        if (!unknown.isEmpty()) {
            owner.findBlockLists(new BlockQuery(unknown))
                    .lists()
                    .forEach(list -> found.put(list.owner(), Set.copyOf(list.blocked())));
        }
        return found;
    }

    /** Whether either of the two blocks the other. */
    public boolean isBlocked(UserId one, UserId other) {
        var found = find(List.of(one, other));
        return found.getOrDefault(one, Set.of()).contains(other)
                || found.getOrDefault(other, Set.of()).contains(one);
    }
}
