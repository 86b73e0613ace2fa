package parlance.conversation.directory;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.conversation.document.ConversationStore;
import parlance.internalapi.conversation.Membership;
import parlance.internalapi.conversation.MembershipQuery;

/** Tells push-service whose unread messages are to be counted where. */
@Singleton
public final class MembershipResource {

    private final ConversationStore conversations;

    MembershipResource(ConversationStore conversations) {
        this.conversations = conversations;
    }

    public List<Membership> find(MembershipQuery query) {
        return query.userIds().stream()
                .map(user -> new Membership(user, conversations.idsOfParticipant(user)))
                .toList();
    }
}
