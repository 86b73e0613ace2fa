package parlance.file.metadata;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.file.metadata.FileMetadata.Audience;

/**
 * {@link FileMetadata} in MongoDB.
 *
 * @param shownToAll absent, as the rest is, until it is set on the stored document
 */
@MongoEntity(collection = "files")
public record FileMetadataDocument(
        @BsonId FileId id,
        @BsonProperty("object_id") FileId objectId,
        @BsonProperty("org") OrganizationId organizationId,
        String key,
        String name,
        long size,
        @BsonProperty("content_type") String contentType,
        UserId owner,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("shown_to_all") @Nullable Boolean shownToAll,
        @BsonProperty("shown_in") @Nullable List<ConversationId> shownIn,
        @Nullable Link link) {

    /** See {@link FileMetadata.Link}. */
    public record Link(
            String url,
            @BsonProperty("signed_at") Instant signedAt,
            @BsonProperty("good_until") Instant goodUntil,
            String signer) {

        static Link of(FileMetadata.Link link) {
            return new Link(link.url(), link.signedAt(), link.goodUntil(), link.signer());
        }

        FileMetadata.Link toLink() {
            return new FileMetadata.Link(url, signedAt, goodUntil, signer);
        }
    }

    /** A new one, which no user has been shown yet. */
    static FileMetadataDocument of(FileMetadata file) {
        return new FileMetadataDocument(
                file.id(),
                file.objectId(),
                file.organizationId(),
                file.key(),
                file.name(),
                file.size(),
                file.contentType(),
                file.owner(),
                file.createdAt(),
                null,
                null,
                null);
    }

    FileMetadata toFileMetadata() {
        return new FileMetadata(
                id,
                objectId,
                organizationId,
                key,
                name,
                size,
                contentType,
                owner,
                createdAt,
                new Audience(
                        Boolean.TRUE.equals(shownToAll), shownIn == null ? List.of() : shownIn),
                link == null ? null : link.toLink());
    }
}
