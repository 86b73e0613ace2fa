package parlance.message.readstate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;

/** Tells an author which messages a reader has just read (protocol 3.4). */
record ReadPacket(@JsonProperty("message_read") Body body) {

    private static final int IDS_IN_ONE = 20_000;

    /**
     * @param ids newest first
     */
    record Body(
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("ids") List<MessageId> ids,
            @JsonProperty("from") UserId reader) {}

    /** One, unless a reader comes back to more messages than fit into a record on Kafka. */
    static List<ReadPacket> of(ConversationId conversationId, List<MessageId> ids, UserId reader) {
        var packets = new ArrayList<ReadPacket>();
        for (int from = 0; from < ids.size(); from += IDS_IN_ONE) {
            var some = ids.subList(from, Math.min(ids.size(), from + IDS_IN_ONE));
            packets.add(new ReadPacket(new Body(conversationId, some, reader)));
        }
        return packets;
    }
}
