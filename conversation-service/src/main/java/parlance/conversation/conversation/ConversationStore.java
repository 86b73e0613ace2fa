package parlance.conversation.conversation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** Conversations. Each change is made on the version that was read, or not at all. */
@Singleton
public final class ConversationStore {

    private static final int BEFORE_COMMANDS = 100;
    private static final Document WITHOUT_PEOPLE =
            new Document("participants", 0).append("changes", 0);

    private final MongoCollection<Document> conversations;

    ConversationStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.conversations = mongo.getDatabase(database).getCollection("conversations");
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        // One 1-1 for each pair; what is no 1-1 has its id here.
        conversations.createIndex(new Document("pair", 1), new IndexOptions().unique(true));
        // The conversations of a user.
        conversations.createIndex(new Document("participants.user", 1));
        // An organization's channels, for its searches.
        conversations.createIndex(new Document("org", 1).append("type", 1));
    }

    public Optional<Conversation> find(ConversationId id) {
        return MintedId.isWellFormed(id.value())
                ? first(new Document("_id", ConversationDocument.id(id)))
                : Optional.empty();
    }

    Optional<Conversation> findByPair(String pair) {
        return first(new Document("pair", pair));
    }

    /** All that this user takes part in, without the lists of their participants. */
    public List<Conversation> ofParticipant(OrganizationId organization, UserId user) {
        return all(conversations.find(ofUser(organization, user)).projection(WITHOUT_PEOPLE));
    }

    /** The ids of all that this user takes part in; the index knows them. */
    List<ConversationId> idsOfParticipant(UserId user) {
        return conversations
                .find(new Document("participants.user", ConversationDocument.user(user)))
                .projection(new Document("_id", 1))
                .map(document -> new ConversationId(document.getObjectId("_id").toHexString()))
                .into(new ArrayList<>());
    }

    /** What this user may find by a part of its name: own conversations, and channels. */
    public List<Conversation> named(OrganizationId organization, UserId user, String part) {
        var literally =
                Pattern.compile(
                        Pattern.quote(part), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var channels =
                new Document("org", organization.value())
                        .append("type", Kind.CHANNEL.wireName())
                        .append("size", new Document("$gt", 0));
        var found = new LinkedHashMap<ConversationId, Conversation>();
        for (var filter : List.of(ofUser(organization, user), channels)) {
            all(conversations.find(filter.append("name", literally)).projection(WITHOUT_PEOPLE))
                    .forEach(conversation -> found.put(conversation.id(), conversation));
        }
        return List.copyOf(found.values());
    }

    /** Those of {@code ids} that this user takes part in. */
    public List<Conversation> ofParticipant(
            OrganizationId organization, UserId user, Collection<ConversationId> ids) {
        var keys =
                ids.stream()
                        .filter(id -> MintedId.isWellFormed(id.value()))
                        .map(ConversationDocument::id)
                        .toList();
        return all(
                conversations.find(
                        ofUser(organization, user).append("_id", new Document("$in", keys))));
    }

    /**
     * Stores a new conversation.
     *
     * @return whether its id and its pair were still free
     */
    boolean add(Conversation made) {
        try {
            conversations.insertOne(ConversationDocument.of(made));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Stores the version that follows the one that was read.
     *
     * @return whether nobody else was faster
     */
    public boolean replace(Conversation changed) {
        var read =
                new Document("_id", ConversationDocument.id(changed.id()))
                        .append("version", changed.version() - 1);
        return conversations.replaceOne(read, ConversationDocument.of(changed)).getMatchedCount()
                == 1;
    }

    private Optional<Conversation> first(Document filter) {
        return Optional.ofNullable(conversations.find(filter).first())
                .map(ConversationDocument::read);
    }

    private static Document ofUser(OrganizationId organization, UserId user) {
        return new Document("participants.user", ConversationDocument.user(user))
                .append("org", organization.value());
    }

    private static List<Conversation> all(MongoIterable<Document> documents) {
        return documents.map(ConversationDocument::read).into(new ArrayList<>());
    }
}
