package parlance.file.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.Dialect;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.Route;
import parlance.file.stored.FileStore;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Where are these files? What is unknown, or not the caller's to read, is skipped. */
@Singleton
@Answers(Route.GET_FILE_URLS)
final class GetFileUrls implements RequestHandler<GetFileUrls.Request> {

    private static final int MOST = 10;

    record Request(
            @JsonProperty("file_ids") @NotEmpty(message = "FILE_IDS_MISSED") List<FileId> ids) {}

    /**
     * @param urls a list in the order of the request, or each by its id (protocol 0.2, D2)
     */
    record Reply(@JsonProperty("file_urls") Object urls) {}

    private final FileStore store;
    private final Readers readers;
    private final DownloadUrls downloads;

    GetFileUrls(FileStore store, Readers readers, DownloadUrls downloads) {
        this.store = store;
        this.readers = readers;
        this.downloads = downloads;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var ids = command.request().ids();
        if (ids.size() > MOST) {
            throw new Rejection(ErrorCode.FILE_IDS_EXCEEDED);
        }
        var caller = command.caller();
        var known = store.find(caller.organizationId(), ids);
        var readable = readers.readable(caller.organizationId(), caller.userId(), known);
        if (readable.isEmpty()) {
            throw new Rejection(ErrorCode.FILE_NOT_FOUND);
        }
        var urls = downloads.of(readable);
        var found = ids.stream().filter(urls::containsKey).toList();
        return Outcome.reply(
                new Reply(
                        wantsIds(command)
                                ? byId(found, urls)
                                : found.stream().map(urls::get).toList()));
    }

    private static boolean wantsIds(Command<Request> command) {
        var asker = command.asker();
        return asker != null && asker.dialect() == Dialect.CLIENT;
    }

    private static Map<FileId, String> byId(List<FileId> ids, Map<FileId, String> urls) {
        var byId = new LinkedHashMap<FileId, String>();
        ids.forEach(id -> byId.put(id, urls.get(id)));
        return byId;
    }
}
