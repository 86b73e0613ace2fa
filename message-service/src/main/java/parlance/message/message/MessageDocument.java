package parlance.message.message;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.MintedId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.message.message.Message.Cause;
import parlance.message.message.Message.Content;

/**
 * A message in the database. What clients send for each other, attachments and {@code x}, is kept
 * as JSON text: it comes back exactly as it came. Only the files are looked for, by ids of their
 * own.
 */
@NullUnmarked
final class MessageDocument {

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

    private MessageDocument() {}

    static Document of(Message message) {
        var content = message.content();
        var document =
                new Document("_id", id(message.id().value()))
                        .append("cid", id(message.conversationId().value()))
                        .append("c_type", message.conversationType())
                        .append("from", id(message.from().value()))
                        .append("seq", message.seq())
                        .append("created_at", Date.from(message.createdAt()))
                        .append("updated_at", Date.from(message.updatedAt()))
                        .append("position", message.cause().position().toString())
                        .append("client_key", message.cause().clientKey())
                        .append("live", !message.deleted());
        append(document, "restoration", of(message.restoration()));
        append(document, "body", content.body());
        append(document, "attachments", textOf(content.attachments()));
        append(document, "files", filesOf(content.attachments()));
        append(document, "x", textOf(content.x()));
        append(
                document,
                "replied_id",
                content.repliedId() == null ? null : content.repliedId().value());
        append(document, "forwarded_id", content.forwardedId());
        append(document, "encrypted_type", content.encryptedType());
        return document;
    }

    static Message read(Document document) {
        return new Message(
                new MessageId(hex(document, "_id")),
                new ConversationId(hex(document, "cid")),
                document.getString("c_type"),
                new UserId(hex(document, "from")),
                document.getLong("seq"),
                time(document, "created_at"),
                time(document, "updated_at"),
                contentOf(document),
                new Cause(
                        Position.parse(document.getString("position")),
                        document.getString("client_key")),
                document.getList("edits", String.class, List.of()).stream()
                        .map(Position::parse)
                        .toList(),
                restorationOf(document.get("restoration", Document.class)),
                !document.getBoolean("live"));
    }

    static ObjectId id(String hex) {
        return new ObjectId(hex);
    }

    /** One of these; what is no id is nobody's. */
    static Document among(Collection<MessageId> ids) {
        var keys =
                ids.stream()
                        .map(MessageId::value)
                        .filter(MintedId::isWellFormed)
                        .map(MessageDocument::id)
                        .toList();
        return new Document("$in", keys);
    }

    /** Before every id that was minted in this second or later. */
    static ObjectId firstIdAt(Instant second) {
        return new ObjectId("%08x".formatted(second.getEpochSecond()) + "0".repeat(16));
    }

    private static Content contentOf(Document document) {
        var repliedId = document.getString("replied_id");
        return new Content(
                document.getString("body"),
                json(document, "attachments"),
                json(document, "x"),
                repliedId == null ? null : new MessageId(repliedId),
                document.getString("forwarded_id"),
                document.getInteger("encrypted_type"));
    }

    private static Document of(Restoration restoration) {
        return restoration == null
                ? null
                : new Document("version", restoration.version())
                        .append(
                                "people",
                                restoration.people().stream().map(u -> id(u.value())).toList())
                        .append("packet", restoration.packet().text());
    }

    private static Restoration restorationOf(Document document) {
        return document == null
                ? null
                : new Restoration(
                        document.getLong("version"),
                        document.getList("people", ObjectId.class).stream()
                                .map(id -> new UserId(id.toHexString()))
                                .toList(),
                        new RawJson(document.getString("packet")));
    }

    private static void append(Document document, String field, Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    /** None where there are none, so that they take no place in the index. */
    private static List<String> filesOf(RawJson attachments) {
        var ids = attachments == null ? List.<String>of() : Attachments.fileIds(attachments);
        return ids.isEmpty() ? null : ids;
    }

    private static String textOf(RawJson json) {
        return json == null ? null : json.text();
    }

    private static RawJson json(Document document, String field) {
        var text = document.getString(field);
        return text == null ? null : new RawJson(text);
    }

    private static String hex(Document document, String field) {
        return document.getObjectId(field).toHexString();
    }

    private static Instant time(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
