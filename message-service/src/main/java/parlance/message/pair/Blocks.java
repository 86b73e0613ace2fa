package parlance.message.pair;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.UserId;
import parlance.contracts.user.BlockQuery;
import parlance.kit.directory.BlockListStore;

/** Who blocks whom. Of whom the read model knows nothing, user-service is asked. */
@Singleton
final class Blocks {

    private final BlockListStore lists;
    private final BlockClient owner;

    Blocks(BlockListStore lists, @RestClient BlockClient owner) {
        this.lists = lists;
        this.owner = owner;
    }

    /** Whom each of these people blocks: one round trip, and one more if some are unknown. */
    Map<UserId, Set<UserId>> of(Collection<UserId> people) {
        var found = new HashMap<>(lists.find(people));
        var unknown = people.stream().filter(id -> !found.containsKey(id)).distinct().toList();
        if (!unknown.isEmpty()) {
            owner.find(new BlockQuery(unknown))
                    .lists()
                    .forEach(list -> found.put(list.owner(), Set.copyOf(list.blocked())));
        }
        return found;
    }
}
