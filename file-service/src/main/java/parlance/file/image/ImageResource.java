package parlance.file.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Set;
import parlance.file.download.DownloadUrls;
import parlance.file.download.FileAccessPolicy;
import parlance.file.metadata.FileMetadata;
import parlance.file.metadata.FileMetadataStore;
import parlance.internalapi.file.FileApi;
import parlance.internalapi.file.FileUrlQuery;
import parlance.internalapi.file.FileUrls;
import parlance.internalapi.file.GrantFileAccess;

/** Answers the requests of other services about images; all images of a page are one request. */
@Singleton
@RunOnVirtualThread
public final class ImageResource implements FileApi {

    private final FileMetadataStore store;
    private final FileAccessPolicy fileAccessPolicy;
    private final DownloadUrls downloads;

    ImageResource(
            FileMetadataStore store, FileAccessPolicy fileAccessPolicy, DownloadUrls downloads) {
        this.store = store;
        this.fileAccessPolicy = fileAccessPolicy;
        this.downloads = downloads;
    }

    /** See {@link FileUrlQuery}. */
    @Override
    public FileUrls findUrls(FileUrlQuery query) {
        return new FileUrls(downloads.of(store.find(query.organizationId(), query.ids())));
    }

    /** See {@link GrantFileAccess}. Done twice, it is done once. */
    @Override
    public FileUrls grantAccess(GrantFileAccess asked) {
        var organization = asked.organizationId();
        var known = store.find(organization, Set.of(asked.fileId()));
        var readable = new HashMap<>(known);
        readable.values()
                .removeIf(file ->
                        !fileAccessPolicy.mayGrant(asked.userId(), file, asked.conversationId()));
        readable.values().forEach(file -> show(file, asked));
        return new FileUrls(downloads.of(readable));
    }

    private void show(FileMetadata file, GrantFileAccess asked) {
        var conversation = asked.conversationId();
        if (conversation == null) {
            store.showToAll(file.id());
        } else {
            store.showIn(conversation, file.id());
        }
    }
}
