package parlance.auth.otp;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** The codes in MongoDB, by their users. */
@Singleton
class RecoveryCodeStore {

    private final MongoCollection<Document> codes;

    RecoveryCodeStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        codes = mongo.getDatabase(database).getCollection("recovery_codes");
    }

    /**
     * @param attempts guesses so far, with this one
     * @param redeemedBy where the command stands that used it
     */
    record Stored(String hash, Instant expiresAt, int attempts, @Nullable Position redeemedBy) {}

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        // Whoever reads checks the time as well: this only clears away.
        codes.createIndex(
                ascending("expires_at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    void replace(UserId userId, String hash, Instant expiresAt) {
        codes.replaceOne(
                of(userId),
                of(userId)
                        .append("hash", hash)
                        .append("expires_at", Date.from(expiresAt))
                        .append("attempts", 0)
                        .append("redeemed_by", null),
                new ReplaceOptions().upsert(true));
    }

    /** Counted before the guess is looked at, so that guesses at the same moment count too. */
    Optional<Stored> countAttempt(UserId userId) {
        var counted =
                codes.findOneAndUpdate(
                        of(userId),
                        new Document("$inc", new Document("attempts", 1)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(counted).map(RecoveryCodeStore::stored);
    }

    /** False if another command was faster. */
    boolean redeem(UserId userId, String hash, Position position) {
        var unused = of(userId).append("hash", hash).append("redeemed_by", null);
        var redeemed = new Document("$set", new Document("redeemed_by", position.toString()));
        return codes.updateOne(unused, redeemed).getModifiedCount() == 1;
    }

    /** As if that command had never tried it. */
    void giveBack(UserId userId, Position position) {
        codes.updateOne(
                of(userId).append("redeemed_by", position.toString()),
                new Document("$set", new Document("redeemed_by", null))
                        .append("$inc", new Document("attempts", -1)));
    }

    private static Stored stored(Document code) {
        var redeemedBy = code.getString("redeemed_by");
        return new Stored(
                code.getString("hash"),
                code.getDate("expires_at").toInstant(),
                code.getInteger("attempts"),
                redeemedBy == null ? null : Position.parse(redeemedBy));
    }

    private static Document of(UserId userId) {
        return new Document("_id", new ObjectId(userId.value()));
    }
}
