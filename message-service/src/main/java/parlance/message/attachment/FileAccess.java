package parlance.message.attachment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.contracts.file.FindSharedFileUrls.SharedFile;
import parlance.kit.directory.DirectoryConversation;

/**
 * How far a file has come: from its owner to conversations, and from those who read it there on to
 * others. A file whose sender cannot read it, by a guessed id, gets nowhere.
 */
final class FileAccess {

    private final Map<ConversationId, DirectoryConversation> directoryConversations;
    private final Set<ConversationId> reached = new HashSet<>();

    private FileAccess(Map<ConversationId, DirectoryConversation> directoryConversations) {
        this.directoryConversations = directoryConversations;
    }

    /**
     * @param sendings of this file
     * @param conversations all that are concerned
     */
    static FileAccess of(
            SharedFile file,
            Collection<FileShare> fileShares,
            Map<ConversationId, DirectoryConversation> directoryConversations) {
        var fileAccess = new FileAccess(directoryConversations);
        fileAccess.reached.addAll(file.shownIn());
        while (fileAccess.grows(file, fileShares)) {}
        return fileAccess;
    }

    /** Whether this user takes part in a conversation that the file has come to. */
    boolean includes(UserId user) {
        return reached.stream()
                .map(directoryConversations::get)
                .anyMatch(directoryConversation ->
                        directoryConversation != null && directoryConversation.includes(user));
    }

    private boolean grows(SharedFile file, Collection<FileShare> fileShares) {
        var grown = false;
        for (var fileShare : fileShares) {
            if (fileShare.from().equals(file.owner()) || includes(fileShare.from())) {
                grown |= reached.add(fileShare.conversationId());
            }
        }
        return grown;
    }
}
