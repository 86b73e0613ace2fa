package parlance.conversation.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.ConversationPacket;

/** Makes the packets in which clients see a conversation. */
public final class ConversationPackets {

    private ConversationPackets() {}

    public static ConversationPacket of(Conversation conversation) {
        return packet(conversation, conversation.updatedAt(), null, null);
    }

    /** With everybody who takes part, which only the conversation events say. */
    public static ConversationPacket withParticipants(Conversation conversation) {
        var told =
                conversation.type() == ConversationType.CHANNEL
                        ? null
                        : conversation.participantIds();
        return packet(conversation, conversation.updatedAt(), told, null);
    }

    /** The same, for a user who has just been added: one message tells of it. */
    public static ConversationPacket forNewcomer(Conversation conversation) {
        var told =
                conversation.type() == ConversationType.CHANNEL
                        ? null
                        : conversation.participantIds();
        return packet(conversation, conversation.updatedAt(), told, 1L);
    }

    private static ConversationPacket packet(
            Conversation conversation,
            Instant updatedAt,
            @Nullable List<UserId> participants,
            @Nullable Long unread) {
        var profile = conversation.profile();
        return new ConversationPacket(
                conversation.id(),
                conversation.type().wireName(),
                profile.name(),
                profile.description(),
                conversation.ownerId(),
                conversation.opponentId(),
                conversation.organizationId(),
                conversation.encrypted() ? true : null,
                profile.image(),
                null,
                conversation.type() == ConversationType.CHANNEL
                        ? (Integer) conversation.size()
                        : null,
                conversation.createdAt(),
                updatedAt,
                participants,
                null,
                unread);
    }
}
