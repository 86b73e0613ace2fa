package parlance.conversation.conversation;

import java.util.HashMap;
import parlance.contracts.UserId;
import parlance.kit.directory.Conversation.Participant;

/** A conversation as the other services know it. */
final class DirectoryEntry {

    private DirectoryEntry() {}

    static parlance.kit.directory.Conversation of(Conversation conversation) {
        var participants = new HashMap<UserId, Participant>();
        conversation
                .participants()
                .forEach(one ->
                        participants.put(
                                one.userId(), new Participant(one.joinedAt(), one.admin())));
        return new parlance.kit.directory.Conversation(
                conversation.id(),
                conversation.organizationId(),
                conversation.version(),
                conversation.kind().wireName(),
                conversation.profile().name(),
                conversation.ownerId(),
                participants);
    }
}
