package parlance.push.event;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import parlance.contracts.UserId;

/** A {@link PushEvent} in MongoDB. */
@MongoEntity(collection = "push_events")
public record PushEventDocument(
        @BsonId String id,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId userId,
        List<String> recipients,
        String message,
        @BsonProperty("created_at") Instant createdAt) {

    static PushEventDocument of(PushEvent event) {
        return new PushEventDocument(
                event.id(),
                event.userId(),
                event.recipients().stream().map(UserId::value).toList(),
                event.message(),
                event.createdAt());
    }

    PushEvent toPushEvent() {
        return new PushEvent(
                id,
                userId,
                recipients.stream().map(UserId::new).toList(),
                message,
                createdAt,
                createdAt);
    }
}
