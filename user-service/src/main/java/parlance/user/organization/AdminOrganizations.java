package parlance.user.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import parlance.kit.Rejection;

/** {@code POST /admin/organization}: opens an organization. */
@Path("/admin/organization")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminOrganizations {

    private static final int MAX_NAME = 255;

    /** What an administrator sends. */
    public record Request(@JsonProperty("name") @Nullable String name) {}

    /** What comes back. */
    public record Answer(@JsonProperty("organization") Organization organization) {}

    private final OrganizationStore organizations;

    AdminOrganizations(OrganizationStore organizations) {
        this.organizations = organizations;
    }

    @POST
    public Answer open(@Nullable Request request) {
        var name = request == null ? null : request.name();
        if (name == null || name.isBlank() || name.length() > MAX_NAME) {
            throw Rejection.invalid("\"name\" is required");
        }
        return organizations
                .add(name)
                .map(Answer::new)
                .orElseThrow(() -> Rejection.invalid("\"name\" is already in use"));
    }
}
