package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * The request of {@link parlance.contracts.Route#LEAVE_ALL_CONVERSATIONS}: user-service has deleted
 * this user.
 */
public record LeaveAllConversations(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId) {}
