package parlance.message.attachment;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.file.FileUrlsAnswer;
import parlance.contracts.file.FindSharedFileUrls;
import parlance.contracts.file.FindSharedFileUrls.SharedFile;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.directory.Conversations;

/**
 * Tells where the files can be fetched that file-service cannot decide on: the caller may read
 * those that were sent to the caller. A message is stored before it is delivered, so who has
 * received it can fetch its files at once.
 */
@Singleton
@HandlesRoute(Route.FIND_SHARED_FILE_URLS)
final class FindSharedUrls implements RequestHandler<FindSharedFileUrls> {

    private final FileShareStore store;
    private final Conversations conversations;

    FindSharedUrls(FileShareStore store, Conversations conversations) {
        this.store = store;
        this.conversations = conversations;
    }

    @Override
    public HandlerResult handle(Command<FindSharedFileUrls> command) {
        var request = command.request();
        var urls = new HashMap<>(request.readable());
        for (var file : readable(request.shared(), command.caller())) {
            idsOf(file).forEach(id -> urls.put(id, file.url()));
        }
        urls.keySet().retainAll(request.ids());
        if (urls.isEmpty()) {
            throw new Rejection(ErrorCode.FILE_NOT_FOUND);
        }
        return HandlerResult.reply(FileUrlsAnswer.of(request.ids(), urls, command.dialect()));
    }

    private List<SharedFile> readable(List<SharedFile> files, Caller reader) {
        var fileShares = store.find(files.stream().flatMap(FindSharedUrls::idsOf).toList());
        var concerned = concerned(files, fileShares, reader.organizationId());
        return files.stream()
                .filter(file ->
                        FileAccess.of(file, sharesOf(file, fileShares), concerned)
                                .includes(reader.userId()))
                .toList();
    }

    private Map<ConversationId, DirectoryConversation> concerned(
            List<SharedFile> files, Set<FileShare> fileShares, OrganizationId organization) {
        var ids =
                Stream.concat(
                                fileShares.stream().map(FileShare::conversationId),
                                files.stream().flatMap(file -> file.shownIn().stream()))
                        .collect(Collectors.toSet());
        return ofOrganization(organization, conversations.find(ids));
    }

    private static Map<ConversationId, DirectoryConversation> ofOrganization(
            OrganizationId organization, Map<ConversationId, DirectoryConversation> found) {
        var own = new HashMap<>(found);
        own.values()
                .removeIf(directoryConversation ->
                        !directoryConversation.organizationId().equals(organization));
        return own;
    }

    private static Set<FileShare> sharesOf(SharedFile file, Set<FileShare> fileShares) {
        return fileShares.stream()
                .filter(fileShare -> idsOf(file).anyMatch(fileShare.fileId()::equals))
                .collect(Collectors.toSet());
    }

    private static Stream<FileId> idsOf(SharedFile file) {
        return Stream.of(file.id(), file.objectId());
    }
}
