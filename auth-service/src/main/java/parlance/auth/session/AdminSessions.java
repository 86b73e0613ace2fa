package parlance.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.OrganizationSettings;

/** {@code /admin/users/{id}/sessions}: where a user is signed in, and no longer is. */
@Path("/admin/users/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminSessions {

    record Listed(
            @JsonProperty("_id") SessionId id,
            @JsonProperty("device_id") DeviceId deviceId,
            @JsonProperty("created_at") Instant begunAt) {

        static Listed of(Session session) {
            return new Listed(session.id(), session.deviceId(), session.begunAt());
        }
    }

    record Sessions(@JsonProperty("sessions") List<Listed> sessions) {}

    record Done(@JsonProperty("success") boolean success) {}

    private final SessionStore store;
    private final SessionRevoker sessionRevoker;
    private final OrganizationSettings organizations;

    AdminSessions(
            SessionStore store, SessionRevoker sessionRevoker, OrganizationSettings organizations) {
        this.store = store;
        this.sessionRevoker = sessionRevoker;
        this.organizations = organizations;
    }

    @GET
    public Sessions list(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        return new Sessions(sessionsOf(id, organizationId).stream().map(Listed::of).toList());
    }

    /** Also for a user who has none. */
    @DELETE
    public Done endAll(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        sessionRevoker.endAll(organizations.orDefault(organizationId), new UserId(id), null);
        return new Done(true);
    }

    /** Also if it is over. */
    @DELETE
    @Path("/{session}")
    public Done end(
            @PathParam("id") String id,
            @PathParam("session") String sessionId,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        sessionsOf(id, organizationId).stream()
                .filter(session -> session.id().value().equals(sessionId))
                .forEach(session -> sessionRevoker.end(session.userId(), session.id()));
        return new Done(true);
    }

    private List<Session> sessionsOf(String id, @Nullable OrganizationId organizationId) {
        return store.find(organizations.orDefault(organizationId), new UserId(id));
    }
}
