package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;

/**
 * {@code POST /internal/users/external} of user-service: which user does a trusted issuer call
 * {@code subject}? The answer is the {@link User}, created at the first sign-in, or 404 for a
 * suspended user.
 *
 * @param login the login of a new user, if no other user has it
 */
public record ExternalUser(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("subject") String subject,
        @JsonProperty("login") String login,
        @JsonProperty("first_name") @Nullable String firstName,
        @JsonProperty("last_name") @Nullable String lastName) {}
