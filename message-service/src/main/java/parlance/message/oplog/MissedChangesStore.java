package parlance.message.oplog;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static parlance.message.oplog.OperationDocument.UNCLAIMED;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/**
 * Who has been told what of {@link Operation#isToldOnReturn}: each of these entries is claimed by
 * one connection, or not yet.
 */
@Singleton
final class MissedChangesStore extends MongoStore<OperationDocument, String> {

    private final OperationStore operations;

    MissedChangesStore(OperationStore operations) {
        this.operations = operations;
    }

    @Override
    protected List<IndexModel> indexes() {
        return List.of(new IndexModel(ascending("user", "claimed_by", "number")));
    }

    /** Packets that were handed back, by a connection that broke, wait to be claimed again. */
    void offerAgain(Collection<Operation> added) {
        writeAll(
                added.stream()
                        .filter(Operation::isToldOnReturn)
                        .map(MissedChangesStore::offerAgain)
                        .toList());
    }

    /** The record that made the entry offers nothing again; one behind it does, once. */
    private static UpdateOneModel<OperationDocument> offerAgain(Operation operation) {
        var key = OperationDocument.keyOf(operation.userId(), operation.position());
        return new UpdateOneModel<>(
                new Document("_id", key)
                        .append("offered_at", new Document("$lt", operation.number())),
                combine(set("claimed_by", UNCLAIMED), set("offered_at", operation.number())));
    }

    /**
     * Claims the oldest entries that no connection has claimed.
     *
     * @param claim by which it is known: a claim that comes again gets the same
     */
    List<Operation> claim(UserId user, Position claim, int limit) {
        var claimed = claimedBy(claim.toString(), user, limit);
        if (!claimed.isEmpty()) {
            return operations.withPackets(claimed);
        }
        var free = claimedBy(UNCLAIMED, user, limit).stream().map(OperationDocument::key).toList();
        if (free.isEmpty()) {
            return List.of();
        }
        collection()
                .updateMany(
                        new Document("_id", new Document("$in", free))
                                .append("claimed_by", UNCLAIMED),
                        set("claimed_by", claim.toString()));
        return operations.withPackets(claimedBy(claim.toString(), user, limit));
    }

    private List<OperationDocument> claimedBy(String claim, UserId user, int limit) {
        return collection()
                .find(new Document("user", user).append("claimed_by", claim))
                .sort(Sorts.ascending("number"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Which of these packets the user has an entry of, claimed or not. */
    Set<Position> logged(UserId user, Collection<Position> positions) {
        var keys =
                positions.stream()
                        .map(position -> OperationDocument.keyOf(user, position))
                        .toList();
        return collection()
                .find(in("_id", keys))
                .map(OperationDocument::position)
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toSet());
    }
}
