package parlance.push.lookup;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.ConversationApi;
import parlance.internalapi.conversation.MembershipQuery;
import parlance.internalapi.message.MessageApi;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery;
import parlance.internalapi.message.UnreadQuery.Place;
import parlance.internalapi.message.UnreadQuery.Reader;

/** What users have not read, at this moment: asked once for a whole batch. */
@Singleton
public final class UnreadCounts {

    private final ConversationApi conversations;
    private final MessageApi messages;

    UnreadCounts(@RestClient ConversationApi conversations, @RestClient MessageApi messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    /**
     * @param asked which of these messages has each user not read?
     * @param counted of whom everything unread is counted, for the badge
     */
    public Map<UserId, UnreadMessages> find(Map<UserId, List<Place>> asked, Set<UserId> counted) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var memberships = membershipsOf(counted);
        var readers =
                asked.entrySet().stream()
                        .map(entry ->
                                new Reader(
                                        entry.getKey(),
                                        entry.getValue(),
                                        memberships.getOrDefault(entry.getKey(), List.of())))
                        .toList();
        var found = new HashMap<UserId, UnreadMessages>();
        messages.findUnread(new UnreadQuery(readers))
                .forEach(news -> found.put(news.userId(), news));
        return found;
    }

    private Map<UserId, List<ConversationId>> membershipsOf(Collection<UserId> users) {
        var memberships = new HashMap<UserId, List<ConversationId>>();
        if (!users.isEmpty()) {
            conversations
                    .findMemberships(new MembershipQuery(List.copyOf(users)))
                    .forEach(one -> memberships.put(one.userId(), one.conversationIds()));
        }
        return memberships;
    }
}
