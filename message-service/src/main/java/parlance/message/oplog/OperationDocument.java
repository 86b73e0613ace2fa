package parlance.message.oplog;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/**
 * A user's entry for an {@link Operation} in the database. Its packet stands apart, since many
 * users share it.
 */
@MongoEntity(collection = "operations")
public record OperationDocument(
        @BsonId String key,
        @BsonProperty("user") UserId userId,
        Position position,
        long number,
        Instant at,
        @BsonProperty("claimed_by") @Nullable String claimedBy,
        @BsonProperty("offered_at") @Nullable Long offeredAt,
        @BsonProperty("expires_at") Instant expiresAt) {

    /** Whose an entry is that the user is to be told of on coming back. */
    static final String UNCLAIMED = "";

    /** One for each user and packet. */
    static String keyOf(UserId user, Position position) {
        return user + "/" + position;
    }

    Operation operation(RawJson packet) {
        return new Operation(userId, position, number, at, packet);
    }
}
