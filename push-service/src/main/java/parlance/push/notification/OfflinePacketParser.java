package parlance.push.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.push.notification.NotificationCause.ConversationChanged;
import parlance.push.notification.NotificationCause.ConversationChanged.What;
import parlance.push.notification.NotificationCause.MessageMissed;

/** Reads what a client would have received: what of it is worth a notification (protocol 1.7)? */
final class OfflinePacketParser {

    /** Twice this much goes to Apple, and the rest beside it. */
    private static final int BODY_BYTES = 1_024;

    private static final Map<String, What> EVENTS =
            Map.of(
                    "conversation_created",
                    What.CREATED,
                    "conversation_updated",
                    What.ADDED,
                    "conversation_kicked",
                    What.REMOVED);

    private OfflinePacketParser() {}

    /** Empty for a packet of another kind, which says nothing to whoever did not receive it. */
    static Optional<NotificationCause> occasionOf(RawJson packet) {
        var tree = Json.read(packet.text(), JsonNode.class);
        if (tree.has("message")) {
            return Optional.of(message(tree.path("message")));
        }
        var news = tree.path("system_message");
        return EVENTS.entrySet().stream()
                .filter(event -> news.path("x").has(event.getKey()))
                .findFirst()
                .map(event -> change(news, news.path("x").path(event.getKey()), event.getValue()));
    }

    private static NotificationCause message(JsonNode message) {
        var attachment = message.path("attachments").path(0);
        var file = text(attachment, "file_id");
        return new MessageMissed(
                new MessageId(message.path("_id").asText()),
                new ConversationId(message.path("cid").asText()),
                new UserId(message.path("from").asText()),
                // Only what a conversation says of itself has a status when it is new.
                message.has("status"),
                TextTruncation.to(BODY_BYTES, message.path("body").asText()),
                text(attachment, "file_url"),
                file == null ? null : new FileId(file),
                message.has("encrypted_message_type"));
    }

    private static NotificationCause change(JsonNode news, JsonNode conversation, What what) {
        return new ConversationChanged(
                new ConversationId(news.path("cid").asText()),
                conversation.path("name").asText(),
                new UserId(news.path("from").asText()),
                what);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
