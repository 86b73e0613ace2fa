package parlance.message.attachment;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parlance.contracts.FileId;
import parlance.contracts.MessageId;
import parlance.kit.mongo.MongoStore;

/** The messages, by the files that they carry. */
@Singleton
class FileShareStore extends MongoStore<FileShareDocument, MessageId> {

    @Override
    protected List<IndexModel> indexes() {
        // Sparse: most messages carry no file, and are to cost nothing here.
        return List.of(new IndexModel(ascending("files"), new IndexOptions().sparse(true)));
    }

    Set<FileShare> find(Collection<FileId> ids) {
        var asked = ids.stream().map(FileId::value).toList();
        var found = new HashSet<FileShare>();
        collection()
                .find(in("files", asked))
                .projection(include("files", "cid", "from"))
                .forEach(message -> message.shares().forEach(found::add));
        return found;
    }
}
