package parlance.message.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.message.listing.ConversationSummaries;

/**
 * Adds to the packets of conversation-service what is known of a conversation's messages: when the
 * last one was sent, and what it is.
 */
@Singleton
final class PacketCompleter {

    private static final String EVENT = "system_message";

    private final ConversationSummaries summaries;

    PacketCompleter(ConversationSummaries summaries) {
        this.summaries = summaries;
    }

    /** When the conversation last moved; null where that is the change itself. */
    @Nullable Instant lastMove(ConversationChange change) {
        var changedAt = change.changedAt();
        if (changedAt == null) {
            return null;
        }
        var moved = summaries.lastMove(change.conversationId(), changedAt);
        return moved.isAfter(changedAt) ? moved : null;
    }

    RawJson reply(RawJson reply, @Nullable Instant lastMove) {
        if (lastMove == null) {
            return reply;
        }
        var body = Json.read(reply.text(), ObjectNode.class);
        setUpdatedAt((ObjectNode) body.path("conversation"), lastMove);
        return new RawJson(Json.write(body));
    }

    RawJson packet(Notice notice, ConversationId id, @Nullable Instant lastMove) {
        var reader = notice.lastMessageFor();
        if (lastMove == null && reader == null) {
            return notice.packet();
        }
        var packet = Json.read(notice.packet().text(), ObjectNode.class);
        // The event names itself: one field, with the conversation.
        for (var conversation : packet.path(EVENT).path("x")) {
            if (lastMove != null) {
                setUpdatedAt((ObjectNode) conversation, lastMove);
            }
            var last = reader == null ? null : summaries.lastMessage(id, reader);
            if (last != null) {
                ((ObjectNode) conversation)
                        .set("last_message", Json.read(last.text(), ObjectNode.class));
            }
        }
        return new RawJson(Json.write(packet));
    }

    private static void setUpdatedAt(ObjectNode conversation, Instant at) {
        conversation.set("updated_at", Json.mapper().valueToTree(at));
    }
}
