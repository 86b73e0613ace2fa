package parlance.conversation.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import parlance.contracts.UserId;

/** A program that an owner wrote for a conversation. */
record ChatHandler(
        @JsonProperty("content") String content,
        @JsonProperty("updated_by") UserId updatedBy,
        @JsonProperty("updated_at") Instant updatedAt) {}
