package parlance.file.stored;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * What is known of a file. Nobody tells whether its bytes have been uploaded: S3 knows.
 *
 * @param objectId its other id; clients use either
 * @param key where its bytes lie in the bucket
 * @param size bytes
 * @param audience who sees it as a picture
 * @param link the download URL given out last
 */
public record StoredFile(
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
     * @param everybody in the organization, for a user's picture
     * @param conversations that have it as theirs
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

    /** A file that nobody has been shown yet. */
    public static StoredFile created(
            FileId id,
            FileId objectId,
            OrganizationId organizationId,
            String name,
            long size,
            String contentType,
            UserId owner,
            Instant now) {
        return new StoredFile(
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

    public StoredFile with(Link newLink) {
        return new StoredFile(
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
