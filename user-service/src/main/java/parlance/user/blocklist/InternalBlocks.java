package parlance.user.blocklist;

import jakarta.inject.Singleton;
import parlance.contracts.PreassignedId;
import parlance.internalapi.user.BlockLists;
import parlance.internalapi.user.BlockLists.BlockedBy;
import parlance.internalapi.user.BlockQuery;

/** What other services ask when the read model does not know a user. */
@Singleton
public final class InternalBlocks {

    private final BlockListChanges lists;

    InternalBlocks(BlockListChanges lists) {
        this.lists = lists;
    }

    /** See {@link BlockQuery}. */
    public BlockLists find(BlockQuery query) {
        return new BlockLists(
                query.ids().stream()
                        .filter(id -> PreassignedId.isWellFormed(id.value()))
                        .map(lists::refill)
                        .map(list -> new BlockedBy(list.owner(), list.blocked()))
                        .toList());
    }
}
