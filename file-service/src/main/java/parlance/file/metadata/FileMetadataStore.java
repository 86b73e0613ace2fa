package parlance.file.metadata;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.kit.mongo.MongoStore;

/** The files in MongoDB. Both ids of a file are unique. */
@Singleton
public final class FileMetadataStore extends MongoStore<FileMetadataDocument, FileId> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("object_id"), new IndexOptions().unique(true)));
    }

    /** Adds these; what the same command added before stays as it is. */
    public void addOnce(List<FileMetadata> made) {
        addAllIfAbsent(made.stream().map(FileMetadataDocument::of).toList());
    }

    /** The organization's files that these ids name, by the id that was asked for. */
    public Map<FileId, FileMetadata> find(OrganizationId organization, Collection<FileId> ids) {
        var asked = ids.stream().filter(id -> PreassignedId.isWellFormed(id.value())).toList();
        var byEitherId = new HashMap<FileId, FileMetadata>();
        if (!asked.isEmpty()) {
            var among = new Document("$in", asked);
            var named =
                    new Document(
                                    "$or",
                                    List.of(
                                            new Document("_id", among),
                                            new Document("object_id", among)))
                            .append("org", organization);
            for (var document : list(named)) {
                var file = document.toFileMetadata();
                byEitherId.put(file.id(), file);
                byEitherId.put(file.objectId(), file);
            }
            byEitherId.keySet().retainAll(asked);
        }
        return byEitherId;
    }

    /** Those of {@code ids} that there are. */
    public List<FileMetadata> find(Collection<FileId> ids) {
        return list(new Document("_id", new Document("$in", List.copyOf(ids)))).stream()
                .map(FileMetadataDocument::toFileMetadata)
                .toList();
    }

    /** Lets all users of the organization read this file from now on. */
    public void showToAll(FileId id) {
        set(id, new Document("$set", new Document("shown_to_all", true)));
    }

    /** Lets the participants of the conversation read this file from now on. */
    public void showIn(ConversationId conversation, FileId id) {
        var shown = new Document("shown_in", conversation);
        set(id, new Document("$addToSet", shown));
    }

    private void set(FileId id, Document change) {
        collection().updateOne(new Document("_id", id), change);
    }
}
