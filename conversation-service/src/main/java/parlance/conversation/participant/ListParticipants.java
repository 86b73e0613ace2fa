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
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.user.People;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Who takes part in these conversations, of those in which the caller does. */
@Singleton
@Answers(Route.GET_PARTICIPANTS_BY_CIDS)
final class ListParticipants implements RequestHandler<ListParticipants.Request> {

    record Request(
            @JsonProperty("cids") @NotNull(message = "CIDS_REQUIRED") List<ConversationId> cids) {}

    private final ConversationStore conversations;
    private final People people;

    ListParticipants(ConversationStore conversations, People people) {
        this.conversations = conversations;
        this.people = people;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        var found =
                conversations.ofParticipant(
                        caller.organizationId(), caller.userId(), command.request().cids());
        var users = people.shown(caller.organizationId(), concernedBy(found));
        return Outcome.reply(PeopleByConversation.of(found, users, Conversation::participantIds));
    }

    /** All participants; of a 1-1 both people, although one may have left. */
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
