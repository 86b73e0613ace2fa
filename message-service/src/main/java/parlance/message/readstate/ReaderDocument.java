package parlance.message.readstate;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.message.readstate.Reader.Reading;

/** A participant's read state in the database. */
@MongoEntity(collection = "read_states")
public record ReaderDocument(
        @BsonId String key,
        @BsonProperty("up_to") long upTo,
        @Nullable List<Long> beyond,
        @BsonProperty("cid") ConversationId conversationId,
        @BsonProperty("user") UserId userId,
        long version,
        List<ReadingDocument> readings) {

    /** What was read. */
    public record StateDocument(@BsonProperty("up_to") long upTo, @Nullable List<Long> beyond) {

        static StateDocument of(ReadState state) {
            return new StateDocument(state.upTo(), List.copyOf(state.beyond()));
        }

        ReadState state() {
            return stateOf(upTo, beyond);
        }
    }

    /** What a command did. */
    public record ReadingDocument(Position position, StateDocument before, StateDocument after) {

        static ReadingDocument of(Reading reading) {
            return new ReadingDocument(
                    reading.position(),
                    StateDocument.of(reading.before()),
                    StateDocument.of(reading.after()));
        }

        Reading reading() {
            return new Reading(position, before.state(), after.state());
        }
    }

    static String keyOf(ConversationId conversation, UserId reader) {
        return conversation + "/" + reader;
    }

    static ReaderDocument of(Reader reader) {
        return new ReaderDocument(
                keyOf(reader.conversationId(), reader.userId()),
                reader.state().upTo(),
                List.copyOf(reader.state().beyond()),
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
        return stateOf(upTo, beyond);
    }

    private static ReadState stateOf(long upTo, @Nullable List<Long> beyond) {
        return new ReadState(
                upTo, new TreeSet<>(Objects.requireNonNullElse(beyond, List.<Long>of())));
    }
}
