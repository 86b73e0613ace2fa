package parlance.file.upload;

import static parlance.contracts.ErrorCode.FILE_LIMIT_EXCEEDED;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import parlance.contracts.FileId;
import parlance.contracts.PreassignedId;
import parlance.contracts.Route;
import parlance.file.FilesConfig;
import parlance.file.metadata.FileMetadata;
import parlance.file.metadata.FileMetadataStore;
import parlance.file.storage.SignedUrls;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Creates files, and answers the URLs to which their bytes are uploaded. */
@Singleton
@HandlesRoute(Route.CREATE_FILES)
final class CreateFiles implements RequestHandler<CreateFiles.Request> {

    private static final int MOST = 10;

    /** The value of the packet is the list itself. */
    record Request(@JsonProperty("value") @NotNull List<JsonNode> files) {}

    record Reply(@JsonProperty("files") List<CreatedFile> files) {}

    private final FileMetadataStore store;
    private final SignedUrls urls;
    private final FilesConfig config;
    private final Counter created;

    CreateFiles(
            FileMetadataStore store, SignedUrls urls, FilesConfig config, MeterRegistry metrics) {
        this.store = store;
        this.urls = urls;
        this.config = config;
        this.created = metrics.counter("parlance_files_created");
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var wanted = read(command.request().files());
        var files = new ArrayList<FileMetadata>();
        for (int i = 0; i < wanted.size(); i++) {
            files.add(make(wanted.get(i), i, command));
        }
        store.addOnce(files);
        created.increment(files.size());
        return HandlerResult.reply(
                new Reply(
                        files.stream()
                                .map(file ->
                                        CreatedFile.of(
                                                file, urls.upload(file, config.uploadUrlTtl())))
                                .toList()));
    }

    private List<NewFile> read(List<JsonNode> files) {
        if (files.size() > MOST) {
            throw new Rejection(FILE_LIMIT_EXCEEDED);
        }
        return files.stream().map(file -> NewFile.read(file, config.maxSize())).toList();
    }

    /** The same, ids and time included, however often the command comes. */
    private static FileMetadata make(NewFile file, int n, Command<Request> command) {
        var caller = command.caller();
        return FileMetadata.created(
                new FileId(PreassignedId.derive(command.mintedId(), n)),
                new FileId(PreassignedId.derive(command.mintedId(), MOST + n)),
                caller.organizationId(),
                file.name(),
                file.size(),
                file.contentType(),
                caller.userId(),
                command.acceptedAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
