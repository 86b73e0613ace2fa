package parlance.message.oplog;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import parlance.contracts.Position;
import parlance.contracts.RawJson;

/** A packet that users missed, as it goes to a socket. */
@MongoEntity(collection = "operation_packets")
public record OperationPacketDocument(
        @BsonId Position position, RawJson packet, @BsonProperty("expires_at") Instant expiresAt) {}
