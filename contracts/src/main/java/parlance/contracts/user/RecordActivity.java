package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * presence-service tells user-service that a user went offline, for the user's {@code
 * recent_activity}.
 */
public record RecordActivity(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("at") Instant at) {}
