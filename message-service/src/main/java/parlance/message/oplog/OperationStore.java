package parlance.message.oplog;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** Operations by user. A packet is stored once, however many users missed it. */
@Singleton
final class OperationStore {

    static final String ENTRIES = "operations";
    private static final int BEFORE_LISTENERS = 100;
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> packets;
    private final OplogConfig config;
    private final Clock clock;

    OperationStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            OplogConfig config,
            Clock clock) {
        this.entries = mongo.getDatabase(database).getCollection(ENTRIES);
        this.packets = mongo.getDatabase(database).getCollection("operation_packets");
        this.config = config;
        this.clock = clock;
    }

    void createIndexes(@Observes @Priority(BEFORE_LISTENERS) StartupEvent event) {
        var atItsTime = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        entries.createIndex(new Document("user", 1).append("at", 1));
        entries.createIndex(new Document("expires_at", 1), atItsTime);
        packets.createIndex(new Document("expires_at", 1), atItsTime);
    }

    /** Adds what is not there yet; an entry that is there stays as it is. */
    void add(Collection<Operation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        // Packets first: whoever finds an entry finds its packet.
        packets.bulkWrite(onePerPacket(operations).map(this::savePacket).toList(), ANY_ORDER);
        entries.bulkWrite(operations.stream().map(this::saveEntry).toList(), ANY_ORDER);
    }

    /** The latest, which is kept longest. */
    private static Stream<Operation> onePerPacket(Collection<Operation> operations) {
        var byPosition = new LinkedHashMap<Position, Operation>();
        operations.forEach(operation ->
                byPosition.merge(
                        operation.position(),
                        operation,
                        (one, other) -> one.loggedAt().isAfter(other.loggedAt()) ? one : other));
        return byPosition.values().stream();
    }

    private UpdateOneModel<Document> savePacket(Operation operation) {
        return new UpdateOneModel<>(
                new Document("_id", operation.position().toString()),
                new Document("$setOnInsert", new Document("packet", operation.packet().text()))
                        .append("$max", new Document("expires_at", expiryOf(operation))),
                UPSERT);
    }

    private UpdateOneModel<Document> saveEntry(Operation operation) {
        var key = OperationDocument.keyOf(operation.userId(), operation.position());
        var entry = OperationDocument.entryOf(operation).append("expires_at", expiryOf(operation));
        return new UpdateOneModel<>(
                new Document("_id", key), new Document("$setOnInsert", entry), UPSERT);
    }

    private Date expiryOf(Operation operation) {
        return Date.from(operation.loggedAt().plus(config.ttl()));
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
        var times = new Document("$gt", Date.from(laterOf(after, expired())));
        if (before != null) {
            times.append("$lt", Date.from(before));
        }
        var mine = new Document("user", new ObjectId(user.value())).append("at", times);
        return withPackets(
                entries.find(mine)
                        .sort(new Document("at", 1))
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
    List<Operation> withPackets(List<Document> found) {
        var ids = found.stream().map(entry -> entry.getString("position")).distinct().toList();
        Map<String, String> texts = new HashMap<>();
        for (var packet : packets.find(in("_id", ids))) {
            texts.put(packet.getString("_id"), packet.getString("packet"));
        }
        var operations = new ArrayList<Operation>();
        for (var entry : found) {
            var text = texts.get(entry.getString("position"));
            if (text != null) {
                operations.add(OperationDocument.read(entry, text));
            }
        }
        return operations;
    }
}
