package parlance.message.tail;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.UserId;
import parlance.kit.directory.DirectoryConversation;

/** Who hears of what happens in a conversation: those whose joining was published before. */
@Singleton
public final class PublishedRecipients {

    private final ConversationTailStore heads;

    PublishedRecipients(ConversationTailStore heads) {
        this.heads = heads;
    }

    public List<UserId> of(DirectoryConversation directoryConversation) {
        return directoryConversation.recipients(heads.get(directoryConversation.id()).published());
    }
}
