package parlance.conversation.directory;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationType;
import parlance.kit.directory.DirectoryConversation.Participant;

/** A conversation as the other services know it. */
public final class DirectoryEntry {

    private DirectoryEntry() {}

    public static parlance.kit.directory.DirectoryConversation of(Conversation conversation) {
        var participants = new HashMap<UserId, Participant>();
        conversation
                .participants()
                .forEach(one ->
                        participants.put(
                                one.userId(), new Participant(one.joinedAt(), one.admin())));
        return new parlance.kit.directory.DirectoryConversation(
                conversation.id(),
                conversation.organizationId(),
                conversation.version(),
                conversation.type().wireName(),
                conversation.profile().name(),
                conversation.ownerId(),
                participants,
                peerOf(conversation));
    }

    /** One without a peer has its owner alone. */
    private static @Nullable UserId peerOf(Conversation conversation) {
        if (conversation.type() != ConversationType.DIRECT) {
            return null;
        }
        var peer = conversation.opponentId();
        return peer == null ? conversation.ownerId() : peer;
    }
}
