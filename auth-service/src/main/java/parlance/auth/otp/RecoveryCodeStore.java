package parlance.auth.otp;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** The codes in MongoDB, by their users. */
@Singleton
class RecoveryCodeStore extends MongoStore<RecoveryCodeDocument, UserId> {

    @Override
    protected List<IndexModel> indexes() {
        // A reader checks the time as well: this only clears away.
        return List.of(
                new IndexModel(
                        ascending("expires_at"),
                        new IndexOptions().expireAfter(1L, TimeUnit.DAYS)));
    }

    void replace(UserId userId, String hash, Instant expiresAt) {
        persistOrUpdate(new RecoveryCodeDocument(userId, hash, expiresAt, 0, null));
    }

    /** Counted before the guess is looked at, so that guesses at the same moment count too. */
    Optional<RecoveryCodeDocument> countAttempt(UserId userId) {
        return Optional.ofNullable(
                collection()
                        .findOneAndUpdate(
                                new Document("_id", userId),
                                new Document("$inc", new Document("attempts", 1)),
                                new FindOneAndUpdateOptions()
                                        .returnDocument(ReturnDocument.AFTER)));
    }

    /** False if another command was faster. */
    boolean redeem(UserId userId, String hash, Position position) {
        var unused = new Document("_id", userId).append("hash", hash).append("redeemed_by", null);
        var redeemed = new Document("$set", new Document("redeemed_by", position));
        return collection().updateOne(unused, redeemed).getModifiedCount() == 1;
    }

    /** As if that command had never tried it. */
    void giveBack(UserId userId, Position position) {
        collection()
                .updateOne(
                        new Document("_id", userId).append("redeemed_by", position),
                        new Document("$set", new Document("redeemed_by", null))
                                .append("$inc", new Document("attempts", -1)));
    }
}
