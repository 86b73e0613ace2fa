package parlance.conversation.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.conversation.document.ConversationDocument.IdDocument;
import parlance.kit.mongo.MongoStore;

/** Conversations. Each change is made on the version that was read, or not at all. */
@Singleton
public final class ConversationStore extends MongoStore<ConversationDocument, ConversationId> {

    private static final Bson WITHOUT_PEOPLE = exclude("participants", "changes");

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                // One direct conversation for each pair; what is none has its id here.
                new IndexModel(ascending("pair"), new IndexOptions().unique(true)),
                // The conversations of a user.
                new IndexModel(ascending("participants.user")),
                // An organization's channels, for its searches.
                new IndexModel(ascending("org", "type")));
    }

    public Optional<Conversation> find(ConversationId id) {
        return PreassignedId.isWellFormed(id.value()) ? first(eq(id)) : Optional.empty();
    }

    public Optional<Conversation> findByPair(String pair) {
        return first(eq("pair", pair));
    }

    /** All that this user takes part in, without the lists of their participants. */
    public List<Conversation> ofParticipant(OrganizationId organization, UserId user) {
        return all(collection().find(ofUser(organization, user)).projection(WITHOUT_PEOPLE));
    }

    /** The ids of all that this user takes part in; the index knows them. */
    public List<ConversationId> idsOfParticipant(UserId user) {
        return collection()
                .find(eq("participants.user", user), IdDocument.class)
                .projection(include("_id"))
                .map(IdDocument::id)
                .into(new ArrayList<>());
    }

    /** What this user may find by a part of its name: own conversations, and channels. */
    public List<Conversation> named(OrganizationId organization, UserId user, String part) {
        // A pattern travels to the database as a C string, which ends at a NUL.
        if (part.indexOf('\0') >= 0) {
            return List.of();
        }
        var literally =
                Pattern.compile(
                        Pattern.quote(part), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var channels =
                new Document("org", organization)
                        .append("type", ConversationType.CHANNEL.wireName())
                        .append("size", new Document("$gt", 0));
        var found = new LinkedHashMap<ConversationId, Conversation>();
        for (var filter : List.of(ofUser(organization, user), channels)) {
            all(collection().find(filter.append("name", literally)).projection(WITHOUT_PEOPLE))
                    .forEach(conversation -> found.put(conversation.id(), conversation));
        }
        return List.copyOf(found.values());
    }

    /** Those of {@code ids} that this user takes part in. */
    public List<Conversation> ofParticipant(
            OrganizationId organization, UserId user, Collection<ConversationId> ids) {
        var keys = ids.stream().filter(id -> PreassignedId.isWellFormed(id.value())).toList();
        return all(
                collection()
                        .find(ofUser(organization, user).append("_id", new Document("$in", keys))));
    }

    /**
     * Stores a new conversation.
     *
     * @return whether its id and its pair were still free
     */
    public boolean add(Conversation made) {
        return addIfAbsent(ConversationDocument.of(made));
    }

    /**
     * Stores the version that follows the one that was read.
     *
     * @return whether no other writer was faster
     */
    public boolean replace(Conversation changed) {
        return saveVersion(changed.id(), changed.version(), ConversationDocument.of(changed));
    }

    private Optional<Conversation> first(Bson filter) {
        return Optional.ofNullable(collection().find(filter).first())
                .map(ConversationDocument::conversation);
    }

    private static Document ofUser(OrganizationId organization, UserId user) {
        return new Document("participants.user", user).append("org", organization);
    }

    private static List<Conversation> all(MongoIterable<ConversationDocument> documents) {
        return documents.map(ConversationDocument::conversation).into(new ArrayList<>());
    }
}
