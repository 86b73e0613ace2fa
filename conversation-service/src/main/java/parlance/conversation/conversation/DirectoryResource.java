package parlance.conversation.conversation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import parlance.contracts.ConversationId;
import parlance.kit.directory.ConversationDirectoryStore;

/** Fills the directory again where it has lost a conversation, and tells what is there now. */
@Path("/internal/conversations/{cid}/directory")
public final class DirectoryResource {

    private final ConversationStore conversations;
    private final ConversationDirectoryStore directory;

    DirectoryResource(ConversationStore conversations, ConversationDirectoryStore directory) {
        this.conversations = conversations;
        this.directory = directory;
    }

    @POST
    @RunOnVirtualThread
    public parlance.kit.directory.Conversation refill(@PathParam("cid") String cid) {
        var id = new ConversationId(cid);
        var token = directory.beginRefill(id);
        var entry =
                conversations
                        .find(id)
                        .filter(conversation -> !conversation.isOver())
                        .map(DirectoryEntry::of)
                        .orElseThrow(NotFoundException::new);
        directory.refill(entry, token);
        return entry;
    }
}
