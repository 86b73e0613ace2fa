package parlance.presence.typing;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.UserId;
import parlance.contracts.user.BlockQuery;
import parlance.kit.directory.BlockListStore;

/** Who blocks whom. Of whom the read model knows nothing, user-service is asked. */
@Singleton
class Blocks {

    private final BlockListStore lists;
    private final BlockClient owner;

    Blocks(BlockListStore lists, @RestClient BlockClient owner) {
        this.lists = lists;
        this.owner = owner;
    }

    /** Whether either blocks the other. */
    boolean areBetween(UserId one, UserId other) {
        var found = new HashMap<>(lists.find(List.of(one, other)));
        var unknown = List.of(one, other).stream().filter(id -> !found.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            owner.find(new BlockQuery(unknown))
                    .lists()
                    .forEach(list -> found.put(list.owner(), Set.copyOf(list.blocked())));
        }
        return found.getOrDefault(one, Set.of()).contains(other)
                || found.getOrDefault(other, Set.of()).contains(one);
    }
}
