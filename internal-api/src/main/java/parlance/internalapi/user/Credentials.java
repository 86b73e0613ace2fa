package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;

/**
 * {@code POST /internal/users/verify} of user-service: is this the user's password? The answer is
 * the {@link User}, or 404 for an unknown login and a wrong password alike.
 *
 * @param login upper and lower case are the same
 */
public record Credentials(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("login") String login,
        @JsonProperty("password") String password) {

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return "Credentials[organizationId=" + organizationId + "]";
    }
}
