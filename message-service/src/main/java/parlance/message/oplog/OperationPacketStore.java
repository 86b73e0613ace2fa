package parlance.message.oplog;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.kit.mongo.MongoStore;

/** The packets of the operations log, each once, however many users missed it. */
@Singleton
final class OperationPacketStore extends MongoStore<OperationPacketDocument, Position> {

    private final OplogConfig config;

    OperationPacketStore(OplogConfig config) {
        this.config = config;
    }

    @Override
    protected List<IndexModel> indexes() {
        var atItsTime = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return List.of(new IndexModel(ascending("expires_at"), atItsTime));
    }

    /**
     * Adds the packets of these operations; one that is there is kept as long as the latest needs
     * it.
     */
    void add(Collection<Operation> operations) {
        writeAll(onePerPacket(operations).map(this::save).toList());
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

    private UpdateOneModel<OperationPacketDocument> save(Operation operation) {
        return new UpdateOneModel<>(
                eq(operation.position()),
                combine(
                        setOnInsert("packet", operation.packet()),
                        max("expires_at", operation.loggedAt().plus(config.ttl()))),
                UPSERT);
    }

    /** Those that have not expired. */
    Map<Position, RawJson> find(Collection<Position> positions) {
        var found = new HashMap<Position, RawJson>();
        for (var document : collection().find(in("_id", positions))) {
            found.put(document.position(), document.packet());
        }
        return found;
    }
}
