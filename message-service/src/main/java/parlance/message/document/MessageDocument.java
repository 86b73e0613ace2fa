package parlance.message.document;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorBody;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.message.document.Message.Cause;
import parlance.message.document.Message.Content;

/**
 * A message in the database. What clients send for each other, attachments and {@code x}, is kept
 * as JSON text: it comes back exactly as it came. Only the files are looked for, by ids of their
 * own. The fields {@code hidden_for} and {@code released_by} are asked for in queries only.
 */
@MongoEntity(collection = MessageDocument.COLLECTION)
public record MessageDocument(
        @BsonId MessageId id,
        @BsonProperty("cid") ConversationId conversationId,
        @BsonProperty("c_type") String conversationType,
        UserId from,
        long seq,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("updated_at") Instant updatedAt,
        Position position,
        @BsonProperty("client_key") String clientKey,
        boolean live,
        @Nullable UserId awaits,
        @Nullable RawJson refusal,
        @Nullable String body,
        @Nullable RawJson attachments,
        @Nullable List<String> files,
        @Nullable RawJson x,
        @BsonProperty("replied_id") @BsonRepresentation(BsonType.STRING)
                @Nullable MessageId repliedId,
        @BsonProperty("forwarded_id") @Nullable String forwardedId,
        @BsonProperty("encrypted_type") @Nullable Integer encryptedType,
        @Nullable List<Position> edits) {

    public static final String COLLECTION = "messages";

    /** The fields that hold what its author said. */
    static final List<String> SAID =
            List.of(
                    "body",
                    "attachments",
                    "files",
                    "x",
                    "replied_id",
                    "forwarded_id",
                    "encrypted_type");

    static MessageDocument of(Message message) {
        var content = message.content();
        return new MessageDocument(
                message.id(),
                message.conversationId(),
                message.conversationType(),
                message.from(),
                message.seq(),
                message.createdAt(),
                message.updatedAt(),
                message.cause().position(),
                message.cause().clientKey(),
                !message.deleted(),
                message.awaits(),
                rawOf(message.refusal()),
                content.body(),
                content.attachments(),
                filesOf(content.attachments()),
                content.x(),
                content.repliedId(),
                content.forwardedId(),
                content.encryptedType(),
                message.edits().isEmpty() ? null : message.edits());
    }

    Message message() {
        return new Message(
                id,
                conversationId,
                conversationType,
                from,
                seq,
                createdAt,
                updatedAt,
                new Content(body, attachments, x, repliedId, forwardedId, encryptedType),
                new Cause(position, clientKey),
                edits == null ? List.of() : edits,
                awaits,
                refusal == null ? null : Json.read(refusal.text(), ErrorBody.class),
                !live);
    }

    private static @Nullable RawJson rawOf(@Nullable ErrorBody refusal) {
        return refusal == null ? null : new RawJson(Json.write(refusal));
    }

    /** None where there are none, so that they take no place in the index. */
    private static @Nullable List<String> filesOf(@Nullable RawJson attachments) {
        var ids = attachments == null ? List.<String>of() : Attachments.fileIds(attachments);
        return ids.isEmpty() ? null : ids;
    }
}
