package parlance.file.metadata;

import com.mongodb.client.model.UpdateOneModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import parlance.contracts.FileId;
import parlance.file.metadata.FileMetadata.Link;
import parlance.kit.mongo.MongoStore;

/** The download URLs given out last, in the documents of the files. */
@Singleton
public final class SignedUrlStore extends MongoStore<FileMetadataDocument, FileId> {

    /**
     * @param replaced what was there when the new one was made
     */
    public record Renewal(FileId fileId, @Nullable Link replaced, Link link) {}

    /**
     * Stores the new links, unless another replica has replaced them first.
     *
     * @return whether all are stored
     */
    public boolean replace(List<Renewal> renewals) {
        var writes = new ArrayList<UpdateOneModel<FileMetadataDocument>>();
        for (var renewal : renewals) {
            var replaced = renewal.replaced();
            var link = FileMetadataDocument.Link.of(renewal.link());
            writes.add(
                    new UpdateOneModel<>(
                            new Document("_id", renewal.fileId())
                                    .append("link.url", replaced == null ? null : replaced.url()),
                            new Document("$set", new Document("link", link))));
        }
        return collection().bulkWrite(writes).getMatchedCount() == renewals.size();
    }
}
