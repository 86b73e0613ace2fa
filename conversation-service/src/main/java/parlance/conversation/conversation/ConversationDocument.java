package parlance.conversation.conversation;

import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.file.Picture;
import parlance.conversation.conversation.Conversation.Change;
import parlance.conversation.conversation.Conversation.Participant;
import parlance.conversation.conversation.Conversation.Profile;

/**
 * A conversation in the database, with its participants: one document, so that it changes whole.
 */
@NullUnmarked
final class ConversationDocument {

    private ConversationDocument() {}

    static Document of(Conversation conversation) {
        var profile = conversation.profile();
        var document =
                new Document("_id", id(conversation.id()))
                        .append("org", conversation.organizationId().value())
                        .append("type", conversation.kind().wireName())
                        .append("version", conversation.version())
                        .append("owner", user(conversation.ownerId()))
                        .append("pair", PairKey.of(conversation))
                        .append("encrypted", conversation.encrypted())
                        .append("created_at", Date.from(conversation.createdAt()))
                        .append("updated_at", Date.from(conversation.updatedAt()))
                        .append("size", conversation.size())
                        .append("participants", list(conversation.participants(), p -> of(p)))
                        .append("changes", list(conversation.changes(), c -> of(c)));
        append(
                document,
                "opponent",
                conversation.opponentId() == null ? null : user(conversation.opponentId()));
        append(document, "name", profile.name());
        append(document, "description", profile.description());
        append(document, "image", profile.image() == null ? null : Json.write(profile.image()));
        return document;
    }

    static Conversation read(Document document) {
        var image = document.getString("image");
        var opponent = document.getObjectId("opponent");
        return new Conversation(
                new ConversationId(document.getObjectId("_id").toHexString()),
                new OrganizationId(document.getString("org")),
                Kind.of(document.getString("type")),
                document.getLong("version"),
                user(document.getObjectId("owner")),
                opponent == null ? null : user(opponent),
                document.getBoolean("encrypted"),
                new Profile(
                        document.getString("name"),
                        document.getString("description"),
                        image == null ? null : Json.read(image, Picture.class)),
                document.getInteger("size"),
                list(documents(document, "participants"), p -> readParticipant(p)),
                list(documents(document, "changes"), c -> readChange(c)),
                document.getDate("created_at").toInstant(),
                document.getDate("updated_at").toInstant());
    }

    static ObjectId id(ConversationId id) {
        return new ObjectId(id.value());
    }

    static ObjectId user(UserId id) {
        return new ObjectId(id.value());
    }

    private static Document of(Participant participant) {
        var document =
                new Document("user", user(participant.userId()))
                        .append("joined", participant.joinedAt());
        return participant.admin() ? document.append("admin", true) : document;
    }

    private static Participant readParticipant(Document document) {
        return new Participant(
                user(document.getObjectId("user")),
                document.getLong("joined"),
                document.getBoolean("admin", false));
    }

    private static Document of(Change change) {
        return new Document("position", change.position().toString())
                .append("version", change.version())
                .append("added", list(change.added(), id -> user(id)))
                .append("removed", list(change.removed(), id -> user(id)))
                .append("announced", change.announced())
                .append("image_changed", change.imageChanged());
    }

    private static Change readChange(Document document) {
        return new Change(
                Position.parse(document.getString("position")),
                document.getLong("version"),
                list(document.getList("added", ObjectId.class), id -> user(id)),
                list(document.getList("removed", ObjectId.class), id -> user(id)),
                document.getBoolean("announced"),
                document.getBoolean("image_changed"));
    }

    private static UserId user(ObjectId id) {
        return new UserId(id.toHexString());
    }

    /** Absent where a query left the list out. */
    private static List<Document> documents(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }

    private static <A, B> List<B> list(List<A> from, Function<A, B> map) {
        return from.stream().map(map).toList();
    }

    private static void append(Document document, String field, Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
