package parlance.message.reaction;

import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.message.reaction.Reactions.Change;

/**
 * The reactions to a message in the database. Reactions are values, never names of fields: people
 * choose them.
 */
@NullUnmarked
final class ReactionDocument {

    private ReactionDocument() {}

    static Document of(MessageId id, Reactions reactions) {
        var given =
                reactions.byReaction().entrySet().stream()
                        .map(entry ->
                                new Document("reaction", entry.getKey())
                                        .append(
                                                "users",
                                                entry.getValue().stream()
                                                        .map(user -> new ObjectId(user.value()))
                                                        .toList()))
                        .toList();
        return new Document("_id", new ObjectId(id.value()))
                .append("version", reactions.version())
                .append("given", given)
                .append("changes", reactions.changes().stream().map(c -> of(c)).toList());
    }

    static Reactions read(Document document) {
        var byReaction = new TreeMap<String, List<UserId>>();
        for (var given : document.getList("given", Document.class)) {
            byReaction.put(
                    given.getString("reaction"),
                    given.getList("users", ObjectId.class).stream()
                            .map(id -> new UserId(id.toHexString()))
                            .toList());
        }
        return new Reactions(
                byReaction,
                document.getLong("version"),
                document.getList("changes", Document.class).stream()
                        .map(change -> readChange(change))
                        .toList());
    }

    private static Document of(Change change) {
        return new Document("position", change.position().toString())
                .append("added", change.added())
                .append("removed", change.removed());
    }

    private static Change readChange(Document document) {
        return new Change(
                Position.parse(document.getString("position")),
                document.getString("added"),
                document.getString("removed"));
    }
}
