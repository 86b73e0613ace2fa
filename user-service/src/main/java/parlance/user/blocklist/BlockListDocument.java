package parlance.user.blocklist;

import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.user.blocklist.BlockList.Entry;

/** A {@link BlockList} in MongoDB, under its owner's id. */
final class BlockListDocument {

    private BlockListDocument() {}

    static Document of(BlockList list) {
        return new Document("_id", new ObjectId(list.owner().value()))
                .append(
                        "entries",
                        list.entries().stream()
                                .map(entry ->
                                        new Document("user", entry.userId().value())
                                                .append("enabled", entry.enabled()))
                                .toList())
                .append("version", list.version())
                .append("changed_by", String.valueOf(list.changedBy()));
    }

    static BlockList toBlockList(Document document) {
        return new BlockList(
                new UserId(document.getObjectId("_id").toHexString()),
                document.getList("entries", Document.class).stream()
                        .map(entry ->
                                new Entry(
                                        new UserId(entry.getString("user")),
                                        entry.getBoolean("enabled")))
                        .toList(),
                document.getLong("version"),
                Position.parse(document.getString("changed_by")));
    }
}
