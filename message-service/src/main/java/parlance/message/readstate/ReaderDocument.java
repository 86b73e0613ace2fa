package parlance.message.readstate;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.message.document.SeqRange;
import parlance.message.readstate.Reader.Reading;

/**
 * A participant's read state in the database.
 *
 * @param beyond the first and the last place of each range, one after the other
 */
@MongoEntity(collection = "read_states")
public record ReaderDocument(
        @BsonId String key,
        @BsonProperty("up_to") long upTo,
        List<Long> beyond,
        @BsonProperty("cid") ConversationId conversationId,
        @BsonProperty("user") UserId userId,
        long version,
        List<ReadingDocument> readings) {

    /** What a command did; places as in {@link #beyond}. */
    public record ReadingDocument(Position position, List<Long> places) {

        static ReadingDocument of(Reading reading) {
            return new ReadingDocument(reading.position(), flat(reading.places()));
        }

        Reading reading() {
            return new Reading(position, ranges(places));
        }
    }

    static String keyOf(ConversationId conversation, UserId reader) {
        return conversation + "/" + reader;
    }

    static ReaderDocument of(Reader reader) {
        return new ReaderDocument(
                keyOf(reader.conversationId(), reader.userId()),
                reader.state().upTo(),
                flat(reader.state().ranges()),
                reader.conversationId(),
                reader.userId(),
                reader.version(),
                reader.readings().stream().map(ReadingDocument::of).toList());
    }

    Reader reader() {
        return new Reader(
                conversationId,
                userId,
                state(),
                version,
                readings.stream().map(ReadingDocument::reading).toList());
    }

    ReadState state() {
        return ReadState.of(upTo, ranges(beyond));
    }

    private static List<Long> flat(List<SeqRange> ranges) {
        var flat = new ArrayList<Long>();
        for (var range : ranges) {
            flat.add(range.from());
            flat.add(range.to());
        }
        return flat;
    }

    private static List<SeqRange> ranges(List<Long> flat) {
        var ranges = new ArrayList<SeqRange>();
        for (int at = 0; at + 1 < flat.size(); at += 2) {
            ranges.add(new SeqRange(flat.get(at), flat.get(at + 1)));
        }
        return ranges;
    }
}
