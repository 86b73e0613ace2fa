package parlance.conversation.directory;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import parlance.contracts.ConversationId;
import parlance.conversation.document.ConversationStore;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;

/** Fills the directory again where it has lost a conversation, and tells what is there now. */
@Singleton
public final class DirectoryResource {

    private final ConversationStore conversations;
    private final ConversationDirectoryStore directory;

    DirectoryResource(ConversationStore conversations, ConversationDirectoryStore directory) {
        this.conversations = conversations;
        this.directory = directory;
    }

    public DirectoryConversation refill(ConversationId id) {
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
