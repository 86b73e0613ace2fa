package parlance.conversation.conversation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import parlance.contracts.conversation.Membership;
import parlance.contracts.conversation.MembershipQuery;

/** Tells push-service whose unread messages are to be counted where. */
@Path("/internal/conversations/memberships")
public final class MembershipResource {

    private final ConversationStore conversations;

    MembershipResource(ConversationStore conversations) {
        this.conversations = conversations;
    }

    @POST
    @RunOnVirtualThread
    public List<Membership> find(MembershipQuery query) {
        return query.userIds().stream()
                .map(user -> new Membership(user, conversations.idsOfParticipant(user)))
                .toList();
    }
}
