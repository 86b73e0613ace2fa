package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;

/**
 * {@code POST /internal/users/external} of user-service: who is this, whom a trusted issuer calls
 * {@code subject}? The answer is the {@link User}, made if this is the first time, or 404 for one
 * who is suspended.
 *
 * @param login what a new user is to be called, if nobody else is
 */
public record ExternalUser(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("subject") String subject,
        @JsonProperty("login") String login,
        @JsonProperty("first_name") @Nullable String firstName,
        @JsonProperty("last_name") @Nullable String lastName) {}
