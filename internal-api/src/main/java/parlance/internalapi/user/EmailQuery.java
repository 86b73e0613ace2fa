package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;

/**
 * {@code POST /internal/users/find-by-email} of user-service: which user has this e-mail address?
 * The answer is the {@link User}, or 404.
 *
 * @param email upper and lower case are the same
 */
public record EmailQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("email") String email) {

    /** Without the address, which must not reach a log. */
    @Override
    public String toString() {
        return "EmailQuery[organizationId=" + organizationId + "]";
    }
}
