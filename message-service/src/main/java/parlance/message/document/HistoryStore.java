package parlance.message.document;

import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** Messages as they are read: what one reader sees of a conversation. Written by MessageStore. */
@Singleton
public final class HistoryStore extends MongoStore<MessageDocument, MessageId> {

    private static final Bson NEWEST_FIRST = descending("seq");
    private static final Bson LONGEST_UNCHANGED_FIRST = ascending("updated_at", "seq");
    private static final Bson OLDEST_FIRST = ascending("seq");
    private static final int EDITED_IN_A_ROW = 10;
    private static final int PLACES_AROUND = 1_000;
    private static final int RANGES_AT_ONCE = 100;

    /**
     * Which messages of a page are wanted.
     *
     * @param after only what changed later than this
     * @param before only what changed earlier than this
     * @param ids only these
     */
    public record Filter(
            @Nullable Instant after, @Nullable Instant before, @Nullable List<MessageId> ids) {}

    /**
     * A page, newest first. With {@code after} it holds what changed first since then, so that a
     * client that comes back finds everything page by page; else the newest.
     */
    public List<Message> page(
            ConversationId conversation, UserId reader, Filter filter, int limit) {
        var wanted = visible(conversation, reader);
        var times = new Document();
        if (filter.after() != null) {
            times.append("$gt", filter.after());
        }
        if (filter.before() != null) {
            times.append("$lt", filter.before());
        }
        if (!times.isEmpty()) {
            wanted.append("updated_at", times);
        }
        if (filter.before() != null && filter.after() == null) {
            placeAfter(conversation, filter.before())
                    .ifPresent(place -> wanted.append("seq", new Document("$lt", place)));
        }
        var ids = filter.ids();
        if (ids != null) {
            wanted.append("_id", new Document("$in", ids));
        }
        var page = new ArrayList<Message>();
        for (var document :
                collection()
                        .find(wanted)
                        .sort(filter.after() == null ? NEWEST_FIRST : LONGEST_UNCHANGED_FIRST)
                        .limit(limit)) {
            page.add(document.message());
        }
        page.sort(Comparator.comparingLong(Message::seq).reversed());
        return page;
    }

    /** When a message changed last, without the message. */
    public record Change(
            long seq,
            @BsonProperty("created_at") Instant createdAt,
            @BsonProperty("updated_at") Instant updatedAt) {}

    /**
     * A place behind everything that changed before {@code time}: that of the first message since
     * then that was never edited. It spares a page from the depth of a long history the way there.
     */
    private OptionalLong placeAfter(ConversationId conversation, Instant time) {
        var since =
                new Document("cid", conversation).append("updated_at", new Document("$gte", time));
        for (var change :
                collection()
                        .find(since, Change.class)
                        .projection(include("seq", "created_at", "updated_at"))
                        .sort(LONGEST_UNCHANGED_FIRST)
                        .limit(EDITED_IN_A_ROW)) {
            if (change.createdAt().equals(change.updatedAt())) {
                return OptionalLong.of(change.seq());
            }
        }
        return OptionalLong.empty();
    }

    /** A message, if the reader sees it. */
    Optional<Message> find(MessageId id, UserId reader) {
        if (!PreassignedId.isWellFormed(id.value())) {
            return Optional.empty();
        }
        var wanted = visible(reader).append("_id", id);
        return Optional.ofNullable(collection().find(wanted).first()).map(MessageDocument::message);
    }

    /** The newest message that the reader sees. */
    public Optional<Message> last(ConversationId conversation, UserId reader) {
        var last = collection().find(visible(conversation, reader)).sort(NEWEST_FIRST).first();
        return Optional.ofNullable(last).map(MessageDocument::message);
    }

    /** How many of other people's messages the reader sees after this place. */
    public long countAfter(ConversationId conversation, UserId reader, long place) {
        return collection()
                .countDocuments(
                        visible(conversation, reader)
                                .append("from", not(reader))
                                .append("seq", new Document("$gt", place)));
    }

    /** When the first message of all was minted. */
    public Optional<Instant> beginning() {
        var first =
                collection()
                        .find(Document.class)
                        .sort(ascending("_id"))
                        .limit(1)
                        .projection(include("_id"))
                        .first();
        return Optional.ofNullable(first)
                .map(document -> document.getObjectId("_id").getDate().toInstant());
    }

    /** How many messages were minted in between, deleted ones included; the ids alone are read. */
    public long countMinted(Instant from, Instant to) {
        var between = new Document("$gte", firstIdAt(from)).append("$lt", firstIdAt(to));
        return collection().countDocuments(new Document("_id", between));
    }

    /** Before every id that was minted in this second or later. */
    private static ObjectId firstIdAt(Instant second) {
        return new ObjectId("%08x".formatted(second.getEpochSecond()) + "0".repeat(16));
    }

    /** A message as far as read state needs to know it. */
    public record Unread(@BsonId MessageId id, UserId from, long seq) {}

    /**
     * Other people's messages in these places, newest first; also what the reader has hidden.
     *
     * @param ranges in order
     */
    public List<Unread> ofOthers(
            ConversationId conversation, UserId reader, List<SeqRange> ranges) {
        var found = new ArrayList<Unread>();
        for (int to = ranges.size(); to > 0; to -= RANGES_AT_ONCE) {
            var some = ranges.subList(Math.max(0, to - RANGES_AT_ONCE), to);
            var places = some.stream().map(HistoryStore::places).toList();
            found.addAll(unread(ofOthers(conversation, reader).append("$or", places)));
        }
        return found;
    }

    private static Document places(SeqRange range) {
        return new Document("seq", new Document("$gte", range.from()).append("$lte", range.to()));
    }

    /**
     * The places of other people's messages from the last before {@code first} to the first after
     * {@code last}, in order. Of many in between only those next to {@code first} are given.
     */
    public List<Long> around(ConversationId conversation, UserId reader, long first, long last) {
        var others = ofOthers(conversation, reader);
        var places = new ArrayList<Long>();
        seqs(others, new Document("$lt", first), NEWEST_FIRST, 1).forEach(places::add);
        seqs(others, new Document("$gte", first).append("$lte", last), OLDEST_FIRST, PLACES_AROUND)
                .forEach(places::add);
        seqs(others, new Document("$gt", last), OLDEST_FIRST, 1).forEach(places::add);
        return places;
    }

    private List<Long> seqs(Document others, Document places, Bson order, int limit) {
        return collection()
                .find(new Document(others).append("seq", places), Unread.class)
                .projection(include("from", "seq"))
                .sort(order)
                .limit(limit)
                .map(Unread::seq)
                .into(new ArrayList<>());
    }

    /** Other people's among these messages, newest first; also what the reader has hidden. */
    public List<Unread> ofOthers(
            ConversationId conversation, UserId reader, Collection<MessageId> ids) {
        return unread(ofOthers(conversation, reader).append("_id", MessageStore.among(ids)));
    }

    /** Other people's messages among these, without what the reader has hidden. */
    public List<Unread> visibleOfOthers(
            ConversationId conversation, UserId reader, Collection<MessageId> ids) {
        return unread(
                visible(conversation, reader)
                        .append("from", not(reader))
                        .append("_id", MessageStore.among(ids)));
    }

    private List<Unread> unread(Document wanted) {
        return collection()
                .find(wanted, Unread.class)
                .projection(include("from", "seq"))
                .sort(NEWEST_FIRST)
                .into(new ArrayList<>());
    }

    private static Document ofOthers(ConversationId conversation, UserId reader) {
        return new Document("live", true).append("from", not(reader)).append("cid", conversation);
    }

    private static Document visible(ConversationId conversation, UserId reader) {
        return visible(reader).append("cid", conversation);
    }

    private static Document visible(UserId reader) {
        return new Document("live", true).append("hidden_for", not(reader));
    }

    private static Document not(UserId user) {
        return new Document("$ne", user);
    }
}
