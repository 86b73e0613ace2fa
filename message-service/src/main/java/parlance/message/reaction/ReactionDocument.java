package parlance.message.reaction;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.mongo.NullsStored;
import parlance.message.reaction.Reactions.Change;

/**
 * The reactions to a message in the database. Reactions are values, never names of fields: people
 * choose them.
 */
@MongoEntity(collection = "reactions")
public record ReactionDocument(
        @BsonId MessageId id,
        long version,
        List<GivenDocument> given,
        List<ChangeDocument> changes) {

    /** Who gave a reaction, the first one first. */
    public record GivenDocument(String reaction, List<UserId> users) {}

    /** What a command changed. */
    @NullsStored
    public record ChangeDocument(
            Position position, @Nullable String added, @Nullable String removed) {

        static ChangeDocument of(Change change) {
            return new ChangeDocument(change.position(), change.added(), change.removed());
        }

        Change change() {
            return new Change(position, added, removed);
        }
    }

    static ReactionDocument of(MessageId id, Reactions reactions) {
        return new ReactionDocument(
                id,
                reactions.version(),
                reactions.byReaction().entrySet().stream()
                        .map(entry -> new GivenDocument(entry.getKey(), entry.getValue()))
                        .toList(),
                reactions.changes().stream().map(ChangeDocument::of).toList());
    }

    Reactions reactions() {
        var byReaction = new TreeMap<String, List<UserId>>();
        given.forEach(one -> byReaction.put(one.reaction(), one.users()));
        return new Reactions(
                byReaction, version, changes.stream().map(ChangeDocument::change).toList());
    }
}
