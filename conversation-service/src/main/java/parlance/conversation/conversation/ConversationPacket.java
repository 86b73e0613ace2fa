package parlance.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.file.Picture;
import parlance.contracts.message.ConversationHead;

/**
 * A {@code Conversation} as clients see it (protocol 4.2).
 *
 * @param imageUrl in answers: see {@link ShownConversations}
 * @param participants in events only
 * @param lastMessage in lists, and for whom was added
 */
public record ConversationPacket(
        @JsonProperty("_id") ConversationId id,
        @JsonProperty("type") String type,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("owner_id") UserId ownerId,
        @JsonProperty("opponent_id") @Nullable UserId opponentId,
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("is_encrypted") @Nullable Boolean encrypted,
        @JsonProperty("image_object") @Nullable Picture image,
        @JsonProperty("image_url") @Nullable String imageUrl,
        @JsonProperty("subscribers_count") @Nullable Integer subscribers,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("participants") @Nullable List<UserId> participants,
        @JsonProperty("last_message") @Nullable RawJson lastMessage,
        @JsonProperty("unread_messages_count") @Nullable Long unread) {

    /** As it stands in an answer: {@code {"conversation":…}}. */
    public record Answer(@JsonProperty("conversation") ConversationPacket conversation) {}

    public static ConversationPacket of(Conversation conversation) {
        return packet(conversation, conversation.updatedAt(), null, null, null);
    }

    /** With everybody who takes part, which only the conversation events say. */
    static ConversationPacket withParticipants(Conversation conversation) {
        var told = conversation.kind() == Kind.CHANNEL ? null : conversation.participantIds();
        return packet(conversation, conversation.updatedAt(), told, null, null);
    }

    /** The same, for somebody who has just been added: one message tells of it. */
    static ConversationPacket forNewcomer(Conversation conversation, @Nullable RawJson last) {
        var told = conversation.kind() == Kind.CHANNEL ? null : conversation.participantIds();
        return packet(conversation, conversation.updatedAt(), told, last, 1L);
    }

    /** As it stands in a list, for one reader. */
    public static ConversationPacket listed(Conversation conversation, ConversationHead head) {
        return packet(conversation, head.updatedAt(), null, head.lastMessage(), head.unread());
    }

    ConversationPacket withImageUrl(String url) {
        return new ConversationPacket(
                id,
                type,
                name,
                description,
                ownerId,
                opponentId,
                organizationId,
                encrypted,
                image,
                url,
                subscribers,
                createdAt,
                updatedAt,
                participants,
                lastMessage,
                unread);
    }

    private static ConversationPacket packet(
            Conversation conversation,
            Instant updatedAt,
            @Nullable List<UserId> participants,
            @Nullable RawJson lastMessage,
            @Nullable Long unread) {
        var profile = conversation.profile();
        return new ConversationPacket(
                conversation.id(),
                conversation.kind().wireName(),
                profile.name(),
                profile.description(),
                conversation.ownerId(),
                conversation.opponentId(),
                conversation.organizationId(),
                conversation.encrypted() ? true : null,
                profile.image(),
                null,
                conversation.kind() == Kind.CHANNEL ? (Integer) conversation.size() : null,
                conversation.createdAt(),
                updatedAt,
                participants,
                lastMessage,
                unread);
    }
}
