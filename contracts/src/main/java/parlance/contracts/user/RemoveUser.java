package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** The request of {@link parlance.contracts.Route#REMOVE_USER}. */
public record RemoveUser(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId) {}
