package parlance.file.stored;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.file.stored.StoredFile.Audience;
import parlance.file.stored.StoredFile.Link;

/** A {@link StoredFile} in MongoDB. */
@NullUnmarked
final class FileDocument {

    private FileDocument() {}

    /** A new one: what comes later is set on the stored document. */
    static Document of(StoredFile file) {
        return new Document("_id", id(file.id()))
                .append("object_id", id(file.objectId()))
                .append("org", file.organizationId().value())
                .append("key", file.key())
                .append("name", file.name())
                .append("size", file.size())
                .append("content_type", file.contentType())
                .append("owner", new ObjectId(file.owner().value()))
                .append("created_at", Date.from(file.createdAt()));
    }

    static StoredFile read(Document document) {
        return new StoredFile(
                fileId(document, "_id"),
                fileId(document, "object_id"),
                new OrganizationId(document.getString("org")),
                document.getString("key"),
                document.getString("name"),
                document.getLong("size"),
                document.getString("content_type"),
                new UserId(document.getObjectId("owner").toHexString()),
                document.getDate("created_at").toInstant(),
                new Audience(
                        document.getBoolean("shown_to_all", false),
                        document.getList("shown_in", ObjectId.class, List.of()).stream()
                                .map(id -> new ConversationId(id.toHexString()))
                                .toList()),
                linkOf(document.get("link", Document.class)));
    }

    static ObjectId id(FileId id) {
        return new ObjectId(id.value());
    }

    static Document of(Link link) {
        return new Document("url", link.url())
                .append("signed_at", Date.from(link.signedAt()))
                .append("good_until", Date.from(link.goodUntil()))
                .append("signer", link.signer());
    }

    private static Link linkOf(Document link) {
        return link == null
                ? null
                : new Link(
                        link.getString("url"),
                        link.getDate("signed_at").toInstant(),
                        link.getDate("good_until").toInstant(),
                        link.getString("signer"));
    }

    private static FileId fileId(Document document, String field) {
        return new FileId(document.getObjectId(field).toHexString());
    }
}
