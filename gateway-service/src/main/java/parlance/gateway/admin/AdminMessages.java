package parlance.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.kit.OrganizationSettings;
import parlance.kit.http.JsonBody;

/** {@code /admin/message…}: what a user would send over a socket, sent by an administrator. */
@Path("/admin/message")
@RunOnVirtualThread
public class AdminMessages {

    private static final Logger LOG = Logger.getLogger(AdminMessages.class);

    private final ImpersonatedUsers impersonatedUsers;
    private final AdminCommands adminCommands;
    private final OrganizationId usualOrganization;

    AdminMessages(
            ImpersonatedUsers impersonatedUsers,
            AdminCommands adminCommands,
            OrganizationSettings organizations) {
        this.impersonatedUsers = impersonatedUsers;
        this.adminCommands = adminCommands;
        this.usualOrganization = organizations.orDefault(null);
    }

    @POST
    public Response send(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return answer(Response.Status.CREATED, Route.SEND_MESSAGE, "message", type, body);
    }

    @POST
    @Path("/system")
    public Response sendSystem(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return answer(Response.Status.CREATED, Route.SYSTEM_MESSAGE, "messageSystem", type, body);
    }

    @PUT
    @Path("/read")
    public Response read(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return answer(Response.Status.OK, Route.MESSAGE_READ, "messageRead", type, body);
    }

    @PUT
    public Response edit(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return answer(Response.Status.OK, Route.MESSAGE_EDIT, "messageEdit", type, body);
    }

    @PUT
    @Path("/reaction")
    public Response react(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        var route = Route.MESSAGE_REACTIONS_UPDATE;
        return answer(Response.Status.OK, route, "messageReaction", type, body);
    }

    @DELETE
    public Response delete(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return answer(Response.Status.OK, Route.MESSAGE_DELETE, "messageDelete", type, body);
    }

    private Response answer(
            Response.Status success,
            Route route,
            String wrapper,
            @Nullable String contentType,
            byte[] body) {
        var json =
                JsonBody.find(contentType, body, JsonNode.class)
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        var call = AdminRequest.read(json, wrapper, usualOrganization);
        var caller = impersonatedUsers.get(call.organization(), call.sender());
        LOG.infof(
                "admin_command route=%s organization=%s sender=%s",
                route.wireName(), caller.organizationId(), caller.userId());
        var content = adminCommands.run(caller, route, call.payload());
        return Response.status(success)
                .type(MediaType.APPLICATION_JSON)
                .entity(content.toString())
                .build();
    }
}
