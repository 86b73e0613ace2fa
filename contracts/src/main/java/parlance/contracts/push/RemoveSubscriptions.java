package parlance.contracts.push;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * The request of {@link parlance.contracts.Route#REMOVE_PUSH_SUBSCRIPTIONS}: user-service has
 * deleted this user.
 */
public record RemoveSubscriptions(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId) {}
