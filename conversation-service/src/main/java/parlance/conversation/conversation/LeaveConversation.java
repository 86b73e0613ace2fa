package parlance.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.conversation.user.People;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Leaves a conversation, which clients call deleting it; the last one out ends it. */
@Singleton
@Answers(Route.CONVERSATION_DELETE)
final class LeaveConversation implements RequestHandler<LeaveConversation.Request> {

    record Request(@JsonProperty("id") @NotNull @Size(min = 1) String id) {}

    private record Answer(@JsonProperty("success") boolean success) {}

    private final OwnConversations conversations;
    private final ConversationStore store;
    private final People people;
    private final Publication publication;
    private final Clock clock;

    LeaveConversation(
            OwnConversations conversations,
            ConversationStore store,
            People people,
            Publication publication,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.people = people;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var leaver = command.caller();
        while (true) {
            var conversation = conversations.get(command.request().id(), command);
            if (conversation.changeAt(command.position()).isPresent()) {
                return outcome(conversation, leaver);
            }
            if (!conversation.includes(leaver.userId())) {
                throw new Rejection(ErrorCode.PARTICIPANT_NOT_FOUND);
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var rest = conversation.without(leaver.userId(), command.position(), now);
            // Else it was changed meanwhile: look again.
            if (store.replace(rest)) {
                return outcome(rest, leaver);
            }
        }
    }

    private Outcome outcome(Conversation rest, Caller leaver) {
        // Nobody is told of who leaves a 1-1.
        var steps = rest.kind() == Kind.PRIVATE ? List.<Step>of() : farewell(rest, leaver);
        return publication.of(rest, new Answer(true), steps);
    }

    private List<Step> farewell(Conversation rest, Caller leaver) {
        var id = leaver.userId();
        var steps = new ArrayList<Step>();
        var user = people.find(leaver.organizationId(), List.of(id)).get(id);
        if (user != null && !rest.isOver()) {
            steps.add(ParticipantMessage.left(user));
        }
        steps.add(
                new Notice(
                        List.of(id),
                        EventPacket.kicked(rest, id, rest.updatedAt()),
                        true,
                        id,
                        Set.of()));
        return steps;
    }
}
