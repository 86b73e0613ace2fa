package parlance.user.blocklist;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import java.util.Objects;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** A {@link BlockList} in MongoDB, under its owner's id. */
@MongoEntity(collection = "block_lists")
public record BlockListDocument(
        @BsonId UserId owner,
        List<Entry> entries,
        long version,
        @BsonProperty("changed_by") Position changedBy) {

    /** See {@link BlockList.Entry}. */
    public record Entry(
            @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId userId,
            boolean enabled) {}

    /**
     * @param list one that a command has changed
     */
    static BlockListDocument of(BlockList list) {
        return new BlockListDocument(
                list.owner(),
                list.entries().stream()
                        .map(entry -> new Entry(entry.userId(), entry.enabled()))
                        .toList(),
                list.version(),
                Objects.requireNonNull(list.changedBy()));
    }

    BlockList toBlockList() {
        return new BlockList(
                owner,
                entries.stream()
                        .map(entry -> new BlockList.Entry(entry.userId(), entry.enabled()))
                        .toList(),
                version,
                changedBy);
    }
}
