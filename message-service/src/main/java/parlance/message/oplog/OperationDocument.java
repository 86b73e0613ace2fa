package parlance.message.oplog;

import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/** An {@link Operation} in MongoDB: an entry of the user's, and the packet, which many share. */
final class OperationDocument {

    /** Whose an entry is that the user is to be told of on coming back. */
    static final String NOBODY = "";

    private OperationDocument() {}

    /** One for each user and packet. */
    static String keyOf(UserId user, Position position) {
        return user + "/" + position;
    }

    static Document entryOf(Operation operation) {
        var entry =
                new Document("user", new ObjectId(operation.userId().value()))
                        .append("position", operation.position().toString())
                        .append("number", operation.number())
                        .append("at", Date.from(operation.loggedAt()));
        if (operation.isToldOnReturn()) {
            entry.append("claimed_by", NOBODY).append("offered_at", operation.number());
        }
        return entry;
    }

    static Operation read(Document entry, String packet) {
        return new Operation(
                new UserId(entry.getObjectId("user").toHexString()),
                Position.parse(entry.getString("position")),
                entry.getLong("number"),
                entry.getDate("at").toInstant(),
                new RawJson(packet));
    }
}
