package parlance.conversation.participant;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationStore;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Who takes part in these conversations, of those in which the caller does. */
@Singleton
@HandlesRoute(Route.GET_PARTICIPANTS_BY_CIDS)
final class ListParticipants implements RequestHandler<ListParticipants.Request> {

    record Request(
            @JsonProperty("cids") @NotNull(message = "CIDS_REQUIRED") List<ConversationId> cids) {}

    private final ConversationStore conversations;
    private final UserLookup userLookup;

    ListParticipants(ConversationStore conversations, UserLookup userLookup) {
        this.conversations = conversations;
        this.userLookup = userLookup;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var found =
                conversations.ofParticipant(
                        caller.organizationId(), caller.userId(), command.request().cids());
        var users = userLookup.findShown(caller.organizationId(), concernedBy(found));
        return HandlerResult.reply(
                PeopleByConversation.of(found, users, Conversation::participantIds));
    }

    /** All participants; of a direct conversation both people, although one may have left. */
    private static Collection<UserId> concernedBy(List<Conversation> conversations) {
        var ids = new LinkedHashSet<UserId>();
        for (var conversation : conversations) {
            ids.addAll(conversation.participantIds());
            var opponent = conversation.opponentId();
            if (opponent != null) {
                ids.add(conversation.ownerId());
                ids.add(opponent);
            }
        }
        return ids;
    }
}
