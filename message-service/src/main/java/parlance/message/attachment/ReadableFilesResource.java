package parlance.message.attachment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.message.ReadableFiles;
import parlance.contracts.message.ReadableFilesQuery;
import parlance.contracts.message.ReadableFilesQuery.SharedFile;
import parlance.kit.directory.Conversation;
import parlance.message.directory.Conversations;

/** Tells file-service who has been sent what. A message is stored before anybody hears of it. */
@Path("/internal/files/readable")
public final class ReadableFilesResource {

    private final SendingStore store;
    private final Conversations conversations;

    ReadableFilesResource(SendingStore store, Conversations conversations) {
        this.store = store;
        this.conversations = conversations;
    }

    /** See {@link ReadableFilesQuery}. */
    @POST
    @RunOnVirtualThread
    public ReadableFiles find(ReadableFilesQuery query) {
        var sendings =
                store.find(query.files().stream().flatMap(ReadableFilesResource::idsOf).toList());
        var concerned = concerned(query, sendings);
        return new ReadableFiles(
                query.files().stream()
                        .filter(file ->
                                Reach.of(file, sendingsOf(file, sendings), concerned)
                                        .includes(query.userId()))
                        .map(SharedFile::id)
                        .collect(Collectors.toSet()));
    }

    private Map<ConversationId, Conversation> concerned(
            ReadableFilesQuery query, Set<Sending> sendings) {
        var ids =
                Stream.concat(
                                sendings.stream().map(Sending::conversationId),
                                query.files().stream().flatMap(file -> file.shownIn().stream()))
                        .collect(Collectors.toSet());
        return ofOrganization(query.organizationId(), conversations.find(ids));
    }

    private static Map<ConversationId, Conversation> ofOrganization(
            OrganizationId organization, Map<ConversationId, Conversation> found) {
        var own = new HashMap<>(found);
        own.values().removeIf(conversation -> !conversation.organizationId().equals(organization));
        return own;
    }

    private static Set<Sending> sendingsOf(SharedFile file, Set<Sending> sendings) {
        return sendings.stream()
                .filter(sending -> idsOf(file).anyMatch(sending.fileId()::equals))
                .collect(Collectors.toSet());
    }

    private static Stream<FileId> idsOf(SharedFile file) {
        return Stream.of(file.id(), file.objectId());
    }
}
