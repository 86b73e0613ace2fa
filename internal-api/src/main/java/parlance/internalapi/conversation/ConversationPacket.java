package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;

/**
 * A {@code Conversation} as clients see it (protocol 4.2).
 *
 * @param imageUrl in answers: conversation-service asks file-service for it
 * @param participants in events only
 * @param lastMessage in lists, and for users who have just been added
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
        @JsonProperty("image_object") @Nullable ImageRef image,
        @JsonProperty("image_url") @Nullable String imageUrl,
        @JsonProperty("subscribers_count") @Nullable Integer subscribers,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("participants") @Nullable List<UserId> participants,
        @JsonProperty("last_message") @Nullable RawJson lastMessage,
        @JsonProperty("unread_messages_count") @Nullable Long unread) {

    /** As it stands in an answer: {@code {"conversation":…}}. */
    public record Answer(@JsonProperty("conversation") ConversationPacket conversation) {}

    /** As it stands in a list, for one reader. */
    public ConversationPacket listed(Instant movedAt, @Nullable RawJson last, long unreadMessages) {
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
                imageUrl,
                subscribers,
                createdAt,
                movedAt,
                participants,
                last,
                unreadMessages);
    }

    public ConversationPacket withImageUrl(String url) {
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
}
