package parlance.message.idempotency;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import parlance.contracts.Position;

/** Which record claimed a piece of work first, and when. */
@MongoEntity(collection = "claims")
public record IdempotencyDocument(@BsonId String work, Position position, Instant at) {}
