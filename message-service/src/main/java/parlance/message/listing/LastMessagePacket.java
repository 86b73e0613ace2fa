package parlance.message.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.MessageId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.message.document.Message;

/** A {@code LastMessage} as clients see it in a list of conversations (protocol 4.2). */
record LastMessagePacket(
        @JsonProperty("_id") MessageId id,
        @JsonProperty("from") UserId from,
        @JsonProperty("t") long seconds,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("attachments") @Nullable RawJson attachments,
        @JsonProperty("status") String status,
        @JsonProperty("reactions") RawJson reactions) {

    static LastMessagePacket of(Message message, boolean read, RawJson reactions) {
        return new LastMessagePacket(
                message.id(),
                message.from(),
                message.seconds(),
                message.content().body(),
                message.content().attachments(),
                read ? "read" : "sent",
                reactions);
    }
}
