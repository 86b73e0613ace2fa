package parlance.message.oplog;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** The last time given to an entry of a partition of users. */
@MongoEntity(collection = "operation_clocks")
public record LogTimestampDocument(@BsonId String partition, Instant at) {}
