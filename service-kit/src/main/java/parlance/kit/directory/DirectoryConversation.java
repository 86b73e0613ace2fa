package parlance.kit.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * A conversation as the other services need to know it.
 *
 * @param version grows with each change
 * @param type {@code u}, {@code g} or {@code c}
 * @param participants in no particular order; who joined first has the lowest {@code joinedAt}
 * @param peerId in a direct conversation the user whom its owner talks to, also when one of the two
 *     has left; null in others
 */
public record DirectoryConversation(
        ConversationId id,
        OrganizationId organizationId,
        long version,
        String type,
        @Nullable String name,
        UserId ownerId,
        Map<UserId, Participant> participants,
        @Nullable UserId peerId) {

    /** One whose participants say who is in it: a group, a channel, or two who are both there. */
    public DirectoryConversation(
            ConversationId id,
            OrganizationId organizationId,
            long version,
            String type,
            @Nullable String name,
            UserId ownerId,
            Map<UserId, Participant> participants) {
        this(
                id,
                organizationId,
                version,
                type,
                name,
                ownerId,
                participants,
                type.equals("u") ? otherOf(participants.keySet(), ownerId) : null);
    }

    /**
     * @param joinedAt the version of the conversation that this participant joined with
     * @param admin may do what the owner may
     */
    public record Participant(long joinedAt, boolean admin) {}

    public boolean includes(UserId userId) {
        return participants.containsKey(userId);
    }

    public boolean isDirect() {
        return type.equals("u");
    }

    DirectoryConversation with(UserId peer) {
        return new DirectoryConversation(
                id, organizationId, version, type, name, ownerId, participants, peer);
    }

    /** The two people of a direct conversation, whether or not they take part at present. */
    public Set<UserId> people() {
        return peerId == null || peerId.equals(ownerId) ? Set.of(ownerId) : Set.of(ownerId, peerId);
    }

    public Set<UserId> participantIds() {
        return participants.keySet();
    }

    /**
     * Who gets what is published now: those whose joining has been published before. A newcomer
     * hears of the conversation first, and of its messages after that.
     *
     * @param publishedVersion the last change of this conversation that was published
     */
    public List<UserId> recipients(long publishedVersion) {
        return participants.entrySet().stream()
                .filter(participant -> participant.getValue().joinedAt() <= publishedVersion)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable UserId otherOf(Set<UserId> participants, UserId one) {
        return participants.stream().filter(id -> !id.equals(one)).findFirst().orElse(null);
    }
}
