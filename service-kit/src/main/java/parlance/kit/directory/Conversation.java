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
 */
public record Conversation(
        ConversationId id,
        OrganizationId organizationId,
        long version,
        String type,
        @Nullable String name,
        UserId ownerId,
        Map<UserId, Participant> participants) {

    /**
     * @param joinedAt the version of the conversation that this participant joined with
     * @param admin may do what the owner may
     */
    public record Participant(long joinedAt, boolean admin) {}

    public boolean includes(UserId userId) {
        return participants.containsKey(userId);
    }

    public boolean isPrivate() {
        return type.equals("u");
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
}
