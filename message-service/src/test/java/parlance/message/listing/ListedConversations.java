package parlance.message.listing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.ConversationDetails;
import parlance.internalapi.conversation.ConversationPacket;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.OtherServices;
import parlance.message.People;

/** Conversations that conversation-service has in a test, as it shows them. */
public final class ListedConversations {

    private static final Instant BORN = Instant.parse("2026-01-01T12:00:00Z");

    private ListedConversations() {}

    /** The first of the participants owns it. */
    public static DirectoryConversation add(
            String type, String name, Instant changedAt, Caller... participants) {
        var conversation = People.conversation(type, participants);
        var people = Arrays.stream(participants).map(Caller::userId).toList();
        OtherServices.add(
                new ConversationDetails(
                        packetOf(conversation, name, changedAt),
                        people,
                        List.of(people.getFirst())));
        return conversation;
    }

    private static ConversationPacket packetOf(
            DirectoryConversation conversation, String name, Instant changedAt) {
        UserId owner = conversation.ownerId();
        return new ConversationPacket(
                conversation.id(),
                conversation.type(),
                name,
                null,
                owner,
                null,
                conversation.organizationId(),
                null,
                null,
                null,
                null,
                BORN,
                changedAt,
                null,
                null,
                null);
    }
}
