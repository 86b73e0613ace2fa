package parlance.message.listing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;

/** Tells conversation-service how conversations stand. */
@Path("/internal/conversations/heads")
public final class HeadsResource {

    private final Standings standings;

    HeadsResource(Standings standings) {
        this.standings = standings;
    }

    @POST
    @RunOnVirtualThread
    public List<ConversationHead> find(HeadsQuery query) {
        return standings.page(query);
    }
}
