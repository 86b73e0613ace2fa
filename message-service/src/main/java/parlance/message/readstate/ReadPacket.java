package parlance.message.readstate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;

/** Tells an author which messages somebody has just read (protocol 3.4). */
record ReadPacket(@JsonProperty("message_read") Body body) {

    /**
     * @param ids newest first
     */
    record Body(
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("ids") List<MessageId> ids,
            @JsonProperty("from") UserId reader) {}

    static ReadPacket of(ConversationId conversationId, List<MessageId> ids, UserId reader) {
        return new ReadPacket(new Body(conversationId, ids, reader));
    }
}
