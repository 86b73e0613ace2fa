package parlance.message.readstate;

import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.message.readstate.Reader.Reading;

/** A participant's read state in the database. */
@NullUnmarked
final class ReaderDocument {

    private ReaderDocument() {}

    static String keyOf(ConversationId conversation, UserId reader) {
        return conversation + "/" + reader;
    }

    static Document of(Reader reader) {
        return stateOf(reader.state())
                .append("_id", keyOf(reader.conversationId(), reader.userId()))
                .append("cid", new ObjectId(reader.conversationId().value()))
                .append("user", new ObjectId(reader.userId().value()))
                .append("version", reader.version())
                .append("readings", reader.readings().stream().map(r -> of(r)).toList());
    }

    static Reader read(Document document) {
        return new Reader(
                new ConversationId(document.getObjectId("cid").toHexString()),
                new UserId(document.getObjectId("user").toHexString()),
                state(document),
                document.getLong("version"),
                document.getList("readings", Document.class).stream()
                        .map(reading -> readReading(reading))
                        .toList());
    }

    static ReadState state(Document document) {
        return new ReadState(
                document.getLong("up_to"),
                new TreeSet<>(document.getList("beyond", Long.class, List.of())));
    }

    private static Document stateOf(ReadState state) {
        return new Document("up_to", state.upTo()).append("beyond", List.copyOf(state.beyond()));
    }

    private static Document of(Reading reading) {
        return new Document("position", reading.position().toString())
                .append("before", stateOf(reading.before()))
                .append("after", stateOf(reading.after()));
    }

    private static Reading readReading(Document document) {
        return new Reading(
                Position.parse(document.getString("position")),
                state(document.get("before", Document.class)),
                state(document.get("after", Document.class)));
    }
}
