package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/conversations/heads} of message-service: which of these conversations moved
 * last, and how do they stand for one reader? The answer is a list of {@link ConversationHead}, the
 * last moved first.
 *
 * @param after only what moved later than this
 * @param before only what moved earlier than this
 * @param limit the most that are answered
 */
public record HeadsQuery(
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("conversations") List<Candidate> conversations,
        @JsonProperty("after") @Nullable Instant after,
        @JsonProperty("before") @Nullable Instant before,
        @JsonProperty("limit") int limit) {

    /** A conversation that may be on the page, and when it last changed by itself. */
    public record Candidate(
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("updated_at") Instant updatedAt) {}
}
