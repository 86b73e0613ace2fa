package parlance.conversation.user;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import parlance.contracts.UserId;

/** A user who was deleted lately. The id stands here as text. */
@MongoEntity(collection = "deleted_users")
public record DeletedUserDocument(@BsonId String id, Instant at) {

    UserId userId() {
        return new UserId(id);
    }
}
