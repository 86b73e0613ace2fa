package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/users/find} of user-service: which users have these ids? Ids that name no
 * user of the organization are skipped. The answer is {@link Users}.
 *
 * @param shown whether clients will see these users, and therefore need the URLs of their avatars
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
