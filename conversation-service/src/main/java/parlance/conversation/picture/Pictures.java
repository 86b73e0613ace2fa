package parlance.conversation.picture;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.Picture;
import parlance.contracts.file.ShowFile;
import parlance.kit.Rejection;

/** Where conversations' images are. */
@Singleton
public final class Pictures {

    private final FileClient files;

    Pictures(@RestClient FileClient files) {
        this.files = files;
    }

    /** By one question; a file that there is no more is left out. */
    public Map<FileId, String> urls(OrganizationId organization, Collection<FileId> ids) {
        return ids.isEmpty() ? Map.of() : files.find(new FileUrlQuery(organization, ids)).urls();
    }

    /**
     * Whoever takes part in the conversation sees this picture from now on.
     *
     * @throws Rejection if the caller has no such file
     */
    public void show(Picture picture, Caller caller, ConversationId conversation) {
        var shown =
                files.show(
                        new ShowFile(
                                caller.organizationId(),
                                caller.userId(),
                                picture.fileId(),
                                conversation));
        if (shown.urls().isEmpty()) {
            throw new Rejection(ErrorCode.FILE_NOT_FOUND);
        }
    }
}
