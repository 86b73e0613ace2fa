package parlance.file.metadata;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * The metadata of a file. It does not say whether the bytes have been uploaded: only S3 knows.
 *
 * @param objectId its other id; clients use either
 * @param key where its bytes lie in the bucket
 * @param size bytes
 * @param audience the users to whom it is shown as an image
 * @param link the latest download URL
 */
public record FileMetadata(
        FileId id,
        FileId objectId,
        OrganizationId organizationId,
        String key,
        String name,
        long size,
        String contentType,
        UserId owner,
        Instant createdAt,
        Audience audience,
        @Nullable Link link) {

    /**
     * @param everybody whether all users of the organization see it, as a user's avatar
     * @param conversations that have it as their image
     */
    public record Audience(boolean everybody, List<ConversationId> conversations) {

        static final Audience NOBODY = new Audience(false, List.of());
    }

    /**
     * A URL under which the bytes can be fetched.
     *
     * @param signer whose signature it bears: with another key or server it is worthless
     */
    public record Link(String url, Instant signedAt, Instant goodUntil, String signer) {}

    /** A new file, not yet shown to any other user. */
    public static FileMetadata created(
            FileId id,
            FileId objectId,
            OrganizationId organizationId,
            String name,
            long size,
            String contentType,
            UserId owner,
            Instant now) {
        return new FileMetadata(
                id,
                objectId,
                organizationId,
                organizationId + "/" + objectId,
                name,
                size,
                contentType,
                owner,
                now,
                Audience.NOBODY,
                null);
    }

    public FileMetadata with(Link newLink) {
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
                audience,
                newLink);
    }
}
