package parlance.message.oplog;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** Operations by user. A packet is stored once, however many users missed it. */
@Singleton
final class OperationStore extends MongoStore<OperationDocument, String> {

    private final OperationPacketStore packets;
    private final OplogConfig config;
    private final Clock clock;

    OperationStore(OperationPacketStore packets, OplogConfig config, Clock clock) {
        this.packets = packets;
        this.config = config;
        this.clock = clock;
    }

    @Override
    protected List<IndexModel> indexes() {
        var atItsTime = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return List.of(
                new IndexModel(ascending("user", "at")),
                new IndexModel(ascending("expires_at"), atItsTime));
    }

    /** Adds what is not there yet; an entry that is there stays as it is. */
    void add(Collection<Operation> operations) {
        // Packets first: a reader who finds an entry finds its packet.
        packets.add(operations);
        writeAll(operations.stream().map(this::save).toList());
    }

    private UpdateOneModel<OperationDocument> save(Operation operation) {
        var key = OperationDocument.keyOf(operation.userId(), operation.position());
        return new UpdateOneModel<>(eq(key), Updates.combine(fieldsOf(operation)), UPSERT);
    }

    private List<Bson> fieldsOf(Operation operation) {
        var fields = new ArrayList<Bson>();
        fields.add(Updates.setOnInsert("user", operation.userId()));
        fields.add(Updates.setOnInsert("position", operation.position()));
        fields.add(Updates.setOnInsert("number", operation.number()));
        fields.add(Updates.setOnInsert("at", operation.loggedAt()));
        if (operation.isToldOnReturn()) {
            fields.add(Updates.setOnInsert("claimed_by", OperationDocument.UNCLAIMED));
            fields.add(Updates.setOnInsert("offered_at", operation.number()));
        }
        fields.add(Updates.setOnInsert("expires_at", operation.loggedAt().plus(config.ttl())));
        return fields;
    }

    /**
     * The oldest of a user's operations, in order.
     *
     * @param after strictly, if given
     * @param before strictly, if given
     */
    List<Operation> page(
            UserId user, @Nullable Instant after, @Nullable Instant before, int limit) {
        // MongoDB removes what has expired once a minute; until then it must not be seen.
        var times = new Document("$gt", laterOf(after, expired()));
        if (before != null) {
            times.append("$lt", before);
        }
        return withPackets(
                collection()
                        .find(new Document("user", user).append("at", times))
                        .sort(ascending("at"))
                        .limit(limit)
                        .into(new ArrayList<>()));
    }

    private Instant expired() {
        return clock.instant().minus(config.ttl());
    }

    private static Instant laterOf(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    /** Entries with their packets; without those whose packet has expired. */
    List<Operation> withPackets(List<OperationDocument> found) {
        var byPosition =
                packets.find(found.stream().map(OperationDocument::position).distinct().toList());
        var operations = new ArrayList<Operation>();
        for (var entry : found) {
            var packet = byPosition.get(entry.position());
            if (packet != null) {
                operations.add(entry.operation(packet));
            }
        }
        return operations;
    }
}
