package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/users/find} of user-service: who are these? Ids that name nobody in the
 * organization are skipped; the answer is {@link Users}.
 *
 * @param shown whether clients will see these users, who then come with the URLs of their pictures
 */
public record UserQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("ids") List<UserId> ids,
        @JsonProperty("shown") boolean shown) {

    /** Without URLs. */
    public UserQuery(OrganizationId organizationId, List<UserId> ids) {
        this(organizationId, ids, false);
    }
}
