package parlance.message.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/** A {@code Message} as clients see it (protocol 4.2). */
public record MessagePacket(
        @JsonProperty("_id") MessageId id,
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("c_type") @Nullable String conversationType,
        @JsonProperty("from") UserId from,
        @JsonProperty("t") long seconds,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("attachments") @Nullable RawJson attachments,
        @JsonProperty("x") @Nullable RawJson x,
        @JsonProperty("replied_message_id") @Nullable MessageId repliedId,
        @JsonProperty("forwarded_message_id") @Nullable String forwardedId,
        @JsonProperty("encrypted_message_type") @Nullable Integer encryptedType,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("reactions") @Nullable RawJson reactions) {

    private static final RawJson NOTHING = new RawJson("{}");

    /** {@code {"message":…}}, the packet that brings a message to its recipients. */
    public record Live(@JsonProperty("message") MessagePacket message) {}

    /**
     * As it is delivered when it is new.
     *
     * @param status {@code sent} on participant messages, nothing on others
     */
    public static Live live(Message message, @Nullable String status) {
        var x = message.content().x();
        return new Live(
                of(message, message.conversationType(), x == null ? NOTHING : x, status, null));
    }

    /**
     * As it stands in a list.
     *
     * @param status only on the reader's own messages
     */
    public static MessagePacket listed(
            Message message, @Nullable String status, RawJson reactions) {
        return of(message, null, message.content().x(), status, reactions);
    }

    private static MessagePacket of(
            Message message,
            @Nullable String conversationType,
            @Nullable RawJson x,
            @Nullable String status,
            @Nullable RawJson reactions) {
        var content = message.content();
        return new MessagePacket(
                message.id(),
                message.conversationId(),
                conversationType,
                message.from(),
                message.seconds(),
                content.body(),
                content.attachments(),
                x,
                content.repliedId(),
                content.forwardedId(),
                content.encryptedType(),
                message.createdAt(),
                message.updatedAt(),
                status,
                reactions);
    }
}
