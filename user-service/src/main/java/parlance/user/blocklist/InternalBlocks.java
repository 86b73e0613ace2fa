package parlance.user.blocklist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parlance.contracts.MintedId;
import parlance.contracts.user.BlockLists;
import parlance.contracts.user.BlockLists.BlockedBy;
import parlance.contracts.user.BlockQuery;

/** What other services ask when the read model does not know a user. */
@Path("/internal/blocks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalBlocks {

    private final BlockListChanges lists;

    InternalBlocks(BlockListChanges lists) {
        this.lists = lists;
    }

    /** See {@link BlockQuery}. */
    @POST
    @Path("/find")
    public BlockLists find(BlockQuery query) {
        return new BlockLists(
                query.ids().stream()
                        .filter(id -> MintedId.isWellFormed(id.value()))
                        .map(lists::refill)
                        .map(list -> new BlockedBy(list.owner(), list.blocked()))
                        .toList());
    }
}
