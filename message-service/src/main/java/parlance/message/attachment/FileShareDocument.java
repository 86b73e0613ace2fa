package parlance.message.attachment;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;
import parlance.message.document.MessageDocument;

/** A message that carries files, as far as they are concerned. */
@MongoEntity(collection = MessageDocument.COLLECTION)
public record FileShareDocument(
        @BsonId MessageId id,
        @BsonProperty("cid") ConversationId conversationId,
        UserId from,
        List<String> files) {

    Stream<FileShare> shares() {
        return files.stream().map(file -> new FileShare(new FileId(file), conversationId, from));
    }
}
