package parlance.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/**
 * The request of {@link parlance.contracts.Route#END_SESSIONS}.
 *
 * @param except the session that stays valid; none ends all of them
 */
public record EndSessions(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("except") @Nullable SessionId except) {}
