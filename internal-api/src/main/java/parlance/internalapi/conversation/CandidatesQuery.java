package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/conversations/candidates} of conversation-service: which conversations may
 * stand on a page for this user? The answer is a list of {@link Candidate}, in no order that means
 * anything: message-service knows which of them moved last.
 *
 * @param ids only these of the user's conversations
 * @param name only conversations with this in their name; then also channels of others
 */
public record CandidatesQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("ids") @Nullable List<ConversationId> ids,
        @JsonProperty("name") @Nullable String name) {}
