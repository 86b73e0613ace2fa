package parlance.message.message;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.MintedId;
import parlance.contracts.UserId;

/** Messages as they are read: what one reader sees of a conversation. Written by MessageStore. */
@Singleton
public final class HistoryStore {

    private static final Document NEWEST_FIRST = new Document("seq", -1);
    private static final Document LONGEST_UNCHANGED_FIRST =
            new Document("updated_at", 1).append("seq", 1);

    private static final Document ID = new Document("_id", 1);
    private static final int EDITED_IN_A_ROW = 10;

    private final MongoCollection<Document> messages;

    HistoryStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.messages = mongo.getDatabase(database).getCollection(MessageStore.COLLECTION);
    }

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
            times.append("$gt", Date.from(filter.after()));
        }
        if (filter.before() != null) {
            times.append("$lt", Date.from(filter.before()));
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
            var keys = ids.stream().map(id -> MessageDocument.id(id.value())).toList();
            wanted.append("_id", new Document("$in", keys));
        }
        var page = new ArrayList<Message>();
        for (var document :
                messages.find(wanted)
                        .sort(filter.after() == null ? NEWEST_FIRST : LONGEST_UNCHANGED_FIRST)
                        .limit(limit)) {
            page.add(MessageDocument.read(document));
        }
        page.sort(Comparator.comparingLong(Message::seq).reversed());
        return page;
    }

    /**
     * A place behind everything that changed before {@code time}: that of the first message since
     * then that was never edited. It spares a page from the depth of a long history the way there.
     */
    private OptionalLong placeAfter(ConversationId conversation, Instant time) {
        var since =
                new Document("cid", MessageDocument.id(conversation.value()))
                        .append("updated_at", new Document("$gte", Date.from(time)));
        for (var document :
                messages.find(since)
                        .projection(
                                new Document("seq", 1)
                                        .append("created_at", 1)
                                        .append("updated_at", 1))
                        .sort(LONGEST_UNCHANGED_FIRST)
                        .limit(EDITED_IN_A_ROW)) {
            if (document.getDate("created_at").equals(document.getDate("updated_at"))) {
                return OptionalLong.of(document.getLong("seq"));
            }
        }
        return OptionalLong.empty();
    }

    /** A message, if the reader sees it. */
    Optional<Message> find(MessageId id, UserId reader) {
        if (!MintedId.isWellFormed(id.value())) {
            return Optional.empty();
        }
        var wanted = visible(reader).append("_id", MessageDocument.id(id.value()));
        return Optional.ofNullable(messages.find(wanted).first()).map(MessageDocument::read);
    }

    /** The newest message that the reader sees. */
    public Optional<Message> last(ConversationId conversation, UserId reader) {
        var last = messages.find(visible(conversation, reader)).sort(NEWEST_FIRST).first();
        return Optional.ofNullable(last).map(MessageDocument::read);
    }

    /** How many of other people's messages the reader sees after this place. */
    public long countAfter(ConversationId conversation, UserId reader, long place) {
        return messages.countDocuments(
                visible(conversation, reader)
                        .append("from", not(reader))
                        .append("seq", new Document("$gt", place)));
    }

    /** When the first message of all was minted. */
    public Optional<Instant> beginning() {
        var first = messages.find().sort(new Document("_id", 1)).limit(1).projection(ID).first();
        return Optional.ofNullable(first)
                .map(document -> document.getObjectId("_id").getDate().toInstant());
    }

    /** How many messages were minted in between, deleted ones included; the ids alone are read. */
    public long countMinted(Instant from, Instant to) {
        var between =
                new Document("$gte", MessageDocument.firstIdAt(from))
                        .append("$lt", MessageDocument.firstIdAt(to));
        return messages.countDocuments(new Document("_id", between));
    }

    /** A message as far as read state needs to know it. */
    public record Unread(MessageId id, UserId from, long seq) {}

    /** Other people's messages in these places, newest first; also what the reader has hidden. */
    public List<Unread> ofOthers(
            ConversationId conversation, UserId reader, long after, long upTo) {
        var places = new Document("$gt", after).append("$lte", upTo);
        return unread(ofOthers(conversation, reader).append("seq", places));
    }

    /** The same among these messages. */
    public List<Unread> ofOthers(
            ConversationId conversation, UserId reader, Collection<MessageId> ids) {
        return unread(ofOthers(conversation, reader).append("_id", MessageDocument.among(ids)));
    }

    /** Other people's messages among these, without what the reader has hidden. */
    public List<Unread> visibleOfOthers(
            ConversationId conversation, UserId reader, Collection<MessageId> ids) {
        return unread(
                visible(conversation, reader)
                        .append("from", not(reader))
                        .append("_id", MessageDocument.among(ids)));
    }

    private List<Unread> unread(Document wanted) {
        var found = new ArrayList<Unread>();
        for (var document :
                messages.find(wanted)
                        .projection(new Document("from", 1).append("seq", 1))
                        .sort(NEWEST_FIRST)) {
            found.add(
                    new Unread(
                            new MessageId(document.getObjectId("_id").toHexString()),
                            new UserId(document.getObjectId("from").toHexString()),
                            document.getLong("seq")));
        }
        return found;
    }

    private static Document ofOthers(ConversationId conversation, UserId reader) {
        return new Document("live", true)
                .append("from", not(reader))
                .append("cid", MessageDocument.id(conversation.value()));
    }

    private static Document visible(ConversationId conversation, UserId reader) {
        return visible(reader).append("cid", MessageDocument.id(conversation.value()));
    }

    private static Document visible(UserId reader) {
        return new Document("live", true).append("hidden_for", not(reader));
    }

    private static Document not(UserId user) {
        return new Document("$ne", MessageDocument.id(user.value()));
    }
}
