package parlance.auth.otp;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.mongo.NullsStored;

/**
 * The code of a user in MongoDB.
 *
 * @param attempts the guesses that were made at it
 * @param redeemedBy the position of the command that used it
 */
@MongoEntity(collection = "recovery_codes")
@NullsStored
public record RecoveryCodeDocument(
        @BsonId UserId userId,
        String hash,
        @BsonProperty("expires_at") Instant expiresAt,
        int attempts,
        @BsonProperty("redeemed_by") @Nullable Position redeemedBy) {}
