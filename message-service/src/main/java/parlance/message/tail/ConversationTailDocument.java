package parlance.message.tail;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;

/** A {@link ConversationTail} in the database, where each field stands once it was first set. */
@MongoEntity(collection = "heads")
public record ConversationTailDocument(
        @BsonId ConversationId id,
        @Nullable Long seq,
        @BsonProperty("last_at") @Nullable Instant lastAt,
        @Nullable Long published) {

    ConversationTail tail() {
        var none = ConversationTail.none(id);
        return new ConversationTail(
                id,
                Objects.requireNonNullElse(seq, none.seq()),
                Objects.requireNonNullElse(lastAt, none.lastAt()),
                Objects.requireNonNullElse(published, none.published()));
    }
}
