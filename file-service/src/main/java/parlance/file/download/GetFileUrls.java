package parlance.file.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.Route;
import parlance.contracts.file.FileUrlsAnswer;
import parlance.contracts.file.FindSharedFileUrls;
import parlance.contracts.file.FindSharedFileUrls.SharedFile;
import parlance.file.download.FileAccessPolicy.Access;
import parlance.file.metadata.FileMetadata;
import parlance.file.metadata.FileMetadataStore;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/**
 * Tells where files can be fetched; what is unknown, or not the caller's to read, is skipped. Where
 * only participants may read, message-service answers for the files of others: it knows to whom
 * they were sent.
 */
@Singleton
@HandlesRoute(Route.GET_FILE_URLS)
final class GetFileUrls implements RequestHandler<GetFileUrls.Request> {

    private static final int MOST = 10;

    record Request(
            @JsonProperty("file_ids") @NotEmpty(message = "FILE_IDS_MISSED") List<FileId> ids) {}

    private final FileMetadataStore store;
    private final FileAccessPolicy fileAccessPolicy;
    private final DownloadUrls downloads;

    GetFileUrls(
            FileMetadataStore store, FileAccessPolicy fileAccessPolicy, DownloadUrls downloads) {
        this.store = store;
        this.fileAccessPolicy = fileAccessPolicy;
        this.downloads = downloads;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var ids = command.request().ids();
        if (ids.size() > MOST) {
            throw new Rejection(ErrorCode.FILE_IDS_EXCEEDED);
        }
        var caller = command.caller();
        var known = store.find(caller.organizationId(), ids);
        if (known.isEmpty()) {
            throw new Rejection(ErrorCode.FILE_NOT_FOUND);
        }
        var urls = downloads.of(known);
        var access = fileAccessPolicy.of(caller.userId(), known);
        if (!access.shared().isEmpty()) {
            return HandlerResult.noReply()
                    .forward(
                            Route.FIND_SHARED_FILE_URLS,
                            caller.userId().value(),
                            handedOn(ids, access, urls));
        }
        return HandlerResult.reply(FileUrlsAnswer.of(ids, urls, command.dialect()));
    }

    private static FindSharedFileUrls handedOn(
            List<FileId> ids, Access access, Map<FileId, String> urls) {
        var readable = new HashMap<>(urls);
        readable.keySet().retainAll(access.readable().keySet());
        return new FindSharedFileUrls(
                ids,
                readable,
                access.shared().stream().flatMap(file -> shared(file, urls).stream()).toList());
    }

    /** None if the file has vanished meanwhile. */
    private static Optional<SharedFile> shared(FileMetadata file, Map<FileId, String> urls) {
        return Stream.of(file.id(), file.objectId())
                .map(urls::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(url ->
                        new SharedFile(
                                file.id(),
                                file.objectId(),
                                file.owner(),
                                file.audience().conversations(),
                                url));
    }
}
