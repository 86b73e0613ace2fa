package parlance.internalapi.file;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.file.ImageRef;
import parlance.kit.Rejection;

/** Where the images of users, conversations and notifications can be fetched. */
@Singleton
public final class ImageUrls {

    private final FileApi files;

    ImageUrls(@RestClient FileApi files) {
        this.files = files;
    }

    /**
     * The URLs of all these files by one call. A file that does not exist is left out, and so are
     * all of them when file-service cannot be asked.
     */
    public Map<FileId, String> find(OrganizationId organization, Collection<FileId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : files.findUrls(new FileUrlQuery(organization, Set.copyOf(ids))).urls();
    }

    /**
     * Lets others read the caller's image from now on.
     *
     * @param conversation its participants may; without one, all users of the organization may
     * @throws Rejection if the caller has no such file
     */
    public void grantAccess(ImageRef image, Caller caller, @Nullable ConversationId conversation) {
        var granted =
                files.grantAccess(
                        new GrantFileAccess(
                                caller.organizationId(),
                                caller.userId(),
                                image.fileId(),
                                conversation));
        if (granted.urls().isEmpty()) {
            throw new Rejection(ErrorCode.FILE_NOT_FOUND);
        }
    }
}
