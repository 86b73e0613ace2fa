package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/conversations/memberships} of conversation-service: in which conversations
 * do these users take part? The answer is a list of {@link Membership}, one for each.
 */
public record MembershipQuery(@JsonProperty("user_ids") List<UserId> userIds) {}
