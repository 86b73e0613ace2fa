package parlance.message.idempotency;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parlance.contracts.Position;
import parlance.kit.mongo.MongoStore;

/**
 * What records have claimed for themselves. Kept longer than Kafka keeps a record that could repeat
 * it.
 */
@Singleton
public final class IdempotencyStore extends MongoStore<IdempotencyDocument, String> {

    private static final long DAYS_KEPT = 3;

    private final Clock clock;

    IdempotencyStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected List<IndexModel> indexes() {
        var expiry = new IndexOptions().expireAfter(DAYS_KEPT, TimeUnit.DAYS);
        return List.of(new IndexModel(ascending("at"), expiry));
    }

    /**
     * Claims a piece of work for the record at this position.
     *
     * @param work by which the same work is known: the minted id of the command, and which part
     * @return whether it is this record's, which it still is when the record is replayed
     */
    public boolean claim(String work, Position position) {
        return addIfAbsent(new IdempotencyDocument(work, position, clock.instant()))
                || isClaimedBy(work, position);
    }

    /** Whether the record at this position has claimed it before. */
    public boolean isClaimedBy(String work, Position position) {
        var first = findById(work);
        return first != null && position.equals(first.position());
    }
}
