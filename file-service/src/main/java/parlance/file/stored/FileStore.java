package parlance.file.stored;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;

/** The files in MongoDB. Both ids of a file are unique. */
@Singleton
public final class FileStore {

    private static final int BEFORE_COMMANDS = 100;

    private final MongoCollection<Document> files;

    FileStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.files = mongo.getDatabase(database).getCollection("files");
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        files.createIndex(new Document("object_id", 1), new IndexOptions().unique(true));
    }

    /** Adds these; what the same command added before stays as it is. */
    public void addOnce(List<StoredFile> made) {
        if (made.isEmpty()) {
            return;
        }
        try {
            files.insertMany(
                    made.stream().map(FileDocument::of).toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            var doubles =
                    failure.getWriteErrors().stream()
                            .allMatch(e -> e.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!doubles) {
                throw failure;
            }
        }
    }

    /** The organization's files that these ids name, by the id that was asked for. */
    public Map<FileId, StoredFile> find(OrganizationId organization, Collection<FileId> ids) {
        var asked = ids.stream().filter(id -> MintedId.isWellFormed(id.value())).toList();
        var keys = asked.stream().map(FileDocument::id).toList();
        var byEitherId = new HashMap<FileId, StoredFile>();
        if (!keys.isEmpty()) {
            files.find(
                            Filters.and(
                                    or(in("_id", keys), in("object_id", keys)),
                                    Filters.eq("org", organization.value())))
                    .map(FileDocument::read)
                    .forEach(file -> {
                        byEitherId.put(file.id(), file);
                        byEitherId.put(file.objectId(), file);
                    });
            byEitherId.keySet().retainAll(asked);
        }
        return byEitherId;
    }

    /** Those of {@code ids} that there are. */
    public List<StoredFile> find(Collection<FileId> ids) {
        return files.find(in("_id", ids.stream().map(FileDocument::id).toList()))
                .map(FileDocument::read)
                .into(new ArrayList<>());
    }

    /** Everybody in the organization sees this file from now on. */
    public void showToAll(FileId id) {
        set(id, new Document("$set", new Document("shown_to_all", true)));
    }

    /** Whoever takes part in the conversation sees this file from now on. */
    public void showIn(ConversationId conversation, FileId id) {
        var shown = new Document("shown_in", new ObjectId(conversation.value()));
        set(id, new Document("$addToSet", shown));
    }

    private void set(FileId id, Document change) {
        files.updateOne(new Document("_id", FileDocument.id(id)), change);
    }
}
