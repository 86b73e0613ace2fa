package parlance.conversation.handler;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** The handler of a conversation in the database, or the trace of the command that removed it. */
@MongoEntity(collection = "handlers")
public record ChatHandlerDocument(
        @BsonId ConversationId id,
        @Nullable String content,
        @BsonProperty("updated_by") @Nullable UserId updatedBy,
        @BsonProperty("updated_at") @Nullable Instant updatedAt,
        @BsonProperty("removed_by") @Nullable Position removedBy) {

    static ChatHandlerDocument of(ConversationId id, ChatHandler handler) {
        return new ChatHandlerDocument(
                id, handler.content(), handler.updatedBy(), handler.updatedAt(), null);
    }

    static ChatHandlerDocument removed(ConversationId id, Position position) {
        return new ChatHandlerDocument(id, null, null, null, position);
    }

    Optional<ChatHandler> handler() {
        return content == null || updatedBy == null || updatedAt == null
                ? Optional.empty()
                : Optional.of(new ChatHandler(content, updatedBy, updatedAt));
    }
}
