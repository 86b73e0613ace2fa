package parlance.presence.typing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;

/** The packet for the other participants: {@code {"typing":{…}}}. */
record TypingPacket(@JsonProperty("typing") Body body) {

    /**
     * @param seconds unix time
     * @param status as the client sent it; usually {@code start} or {@code stop}
     */
    record Body(
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("from") UserId from,
            @JsonProperty("c_type") String conversationType,
            @JsonProperty("t") long seconds,
            @JsonProperty("status") @Nullable String status) {}
}
