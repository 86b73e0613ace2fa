package parlance.internalapi.presence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What {@code GET /internal/online/count} of presence-service answers: how many users are online,
 * of all organizations.
 */
public record OnlineCount(@JsonProperty("online_users") long users) {}
