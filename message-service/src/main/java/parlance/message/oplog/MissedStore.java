package parlance.message.oplog;

import static com.mongodb.client.model.Filters.in;
import static parlance.message.oplog.OperationDocument.NOBODY;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/**
 * Who has been told what of {@link Operation#isToldOnReturn}: each of these entries is claimed by
 * one connection, or by nobody yet.
 */
@Singleton
final class MissedStore {

    private static final int BEFORE_LISTENERS = 100;

    private final MongoCollection<Document> entries;
    private final OperationStore operations;

    MissedStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            OperationStore operations) {
        this.entries = mongo.getDatabase(database).getCollection(OperationStore.ENTRIES);
        this.operations = operations;
    }

    void createIndexes(@Observes @Priority(BEFORE_LISTENERS) StartupEvent event) {
        entries.createIndex(new Document("user", 1).append("claimed_by", 1).append("number", 1));
    }

    /** Packets that were handed back, by a connection that broke, wait to be claimed again. */
    void offerAgain(Collection<Operation> added) {
        var offers =
                added.stream()
                        .filter(Operation::isToldOnReturn)
                        .map(MissedStore::offerAgain)
                        .toList();
        if (!offers.isEmpty()) {
            entries.bulkWrite(offers, new BulkWriteOptions().ordered(false));
        }
    }

    /** The record that made the entry offers nothing again; one behind it does, once. */
    private static UpdateOneModel<Document> offerAgain(Operation operation) {
        var key = OperationDocument.keyOf(operation.userId(), operation.position());
        return new UpdateOneModel<>(
                new Document("_id", key)
                        .append("offered_at", new Document("$lt", operation.number())),
                new Document(
                        "$set",
                        new Document("claimed_by", NOBODY)
                                .append("offered_at", operation.number())));
    }

    /**
     * Claims the oldest entries that nobody has claimed.
     *
     * @param claim by which it is known: a claim that comes again gets the same
     */
    List<Operation> claim(UserId user, Position claim, int limit) {
        var claimed = claimedBy(claim.toString(), user, limit);
        if (!claimed.isEmpty()) {
            return operations.withPackets(claimed);
        }
        var free = claimedBy(NOBODY, user, limit).stream().map(entry -> entry.get("_id")).toList();
        if (free.isEmpty()) {
            return List.of();
        }
        entries.updateMany(
                new Document("_id", new Document("$in", free)).append("claimed_by", NOBODY),
                new Document("$set", new Document("claimed_by", claim.toString())));
        return operations.withPackets(claimedBy(claim.toString(), user, limit));
    }

    private List<Document> claimedBy(String claim, UserId user, int limit) {
        return entries.find(
                        new Document("user", new ObjectId(user.value()))
                                .append("claimed_by", claim))
                .sort(new Document("number", 1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Which of these packets the user has an entry of, whoever claimed it. */
    Set<Position> logged(UserId user, Collection<Position> positions) {
        var keys =
                positions.stream()
                        .map(position -> OperationDocument.keyOf(user, position))
                        .toList();
        return entries
                .find(in("_id", keys))
                .map(entry -> Position.parse(entry.getString("position")))
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toSet());
    }
}
