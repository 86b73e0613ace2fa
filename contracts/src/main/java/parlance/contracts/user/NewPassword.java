package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code PUT /internal/users/password} of user-service: this is the user's password from now on,
 * whatever it was. 404 for a user who is no more.
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
