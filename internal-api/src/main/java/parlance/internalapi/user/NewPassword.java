package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code PUT /internal/users/password} of user-service: sets the password of a user, without asking
 * for the old one. The answer is 404 for a user who does not exist any more.
 */
public record NewPassword(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("password") String password) {

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "NewPassword[userId=" + userId + "]";
    }
}
