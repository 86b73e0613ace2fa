package parlance.file.picture;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.file.ShowFile;
import parlance.file.download.DownloadUrls;
import parlance.file.download.Readers;
import parlance.file.stored.FileStore;
import parlance.file.stored.StoredFile;

/** What other services ask about pictures; a page of theirs is one question. */
@Path("/internal/files")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class PictureResource {

    private final FileStore store;
    private final Readers readers;
    private final DownloadUrls downloads;

    PictureResource(FileStore store, Readers readers, DownloadUrls downloads) {
        this.store = store;
        this.readers = readers;
        this.downloads = downloads;
    }

    /** See {@link FileUrlQuery}. */
    @POST
    @Path("/urls")
    public FileUrls find(FileUrlQuery query) {
        return new FileUrls(downloads.of(store.find(query.organizationId(), query.ids())));
    }

    /** See {@link ShowFile}. Done twice, it is done once. */
    @POST
    @Path("/show")
    public FileUrls show(ShowFile asked) {
        var organization = asked.organizationId();
        var known = store.find(organization, Set.of(asked.fileId()));
        var readable = readers.readable(organization, asked.userId(), known);
        readable.values().forEach(file -> show(file, asked));
        return new FileUrls(downloads.of(readable));
    }

    private void show(StoredFile file, ShowFile asked) {
        var conversation = asked.conversationId();
        if (conversation == null) {
            store.showToAll(file.id());
        } else {
            store.showIn(conversation, file.id());
        }
    }
}
