package parlance.file.stored;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.FileId;
import parlance.file.stored.StoredFile.Link;

/** The download URLs given out last, in the documents of the files. */
@Singleton
public final class LinkStore {

    private final MongoCollection<Document> files;

    LinkStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.files = mongo.getDatabase(database).getCollection("files");
    }

    /**
     * @param replaced what was there when the new one was made
     */
    public record Renewal(FileId fileId, @Nullable Link replaced, Link link) {}

    /**
     * Stores the new links, unless somebody else was faster.
     *
     * @return whether all are stored
     */
    public boolean replace(List<Renewal> renewals) {
        var writes = new ArrayList<WriteModel<Document>>();
        for (var renewal : renewals) {
            var replaced = renewal.replaced();
            writes.add(
                    new UpdateOneModel<>(
                            new Document("_id", FileDocument.id(renewal.fileId()))
                                    .append("link.url", replaced == null ? null : replaced.url()),
                            new Document(
                                    "$set",
                                    new Document("link", FileDocument.of(renewal.link())))));
        }
        return files.bulkWrite(writes).getMatchedCount() == renewals.size();
    }
}
