package parlance.presence.online;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parlance.contracts.presence.OnlineCount;
import parlance.presence.state.PresenceStore;

/** Tells other services how many users are online, of all organizations. */
@Path("/internal/online/count")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OnlineCountResource {

    private final PresenceStore presences;

    OnlineCountResource(PresenceStore presences) {
        this.presences = presences;
    }

    @GET
    public OnlineCount count() {
        return new OnlineCount(presences.countOnline());
    }
}
