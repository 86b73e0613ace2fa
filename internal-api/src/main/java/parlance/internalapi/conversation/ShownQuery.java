package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/conversations/shown} of conversation-service: how do these conversations of
 * a user look to clients? The answer is a list of {@link ShownConversation}, without those that the
 * user takes no part in, in no order that means anything.
 */
public record ShownQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("ids") List<ConversationId> ids) {}
