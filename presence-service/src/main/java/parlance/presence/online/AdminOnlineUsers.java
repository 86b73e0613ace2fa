package parlance.presence.online;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.kit.OrganizationSettings;
import parlance.kit.request.RequestReader;

/** {@code POST /admin/activity/online}: the online list for administrators. */
@Path("/admin/activity/online")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminOnlineUsers {

    /**
     * Beside the fields of {@link OnlineQuery}. The answer does not depend on the administrator who
     * asks.
     */
    record Scope(@JsonProperty("organizationId") @Nullable OrganizationId organizationId) {}

    private final RequestReader requests;
    private final OnlineUsers online;
    private final OrganizationSettings organizations;

    AdminOnlineUsers(
            RequestReader requests, OnlineUsers online, OrganizationSettings organizations) {
        this.requests = requests;
        this.online = online;
        this.organizations = organizations;
    }

    @POST
    public Object list(JsonNode body) {
        var organization = requests.read(Scope.class, body).organizationId();
        var query = requests.read(OnlineQuery.class, body);
        return online.answer(query, organizations.orDefault(organization), null);
    }
}
