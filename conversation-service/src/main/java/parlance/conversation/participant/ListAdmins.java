package parlance.conversation.participant;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.ConversationStore;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Who leads these conversations, of those that the caller leads. */
@Singleton
@HandlesRoute(Route.GET_ADMINS_BY_CIDS)
final class ListAdmins implements RequestHandler<ListAdmins.Request> {

    record Request(
            @JsonProperty("cids") @NotNull(message = "CIDS_REQUIRED") List<ConversationId> cids) {}

    private final ConversationStore conversations;
    private final UserLookup userLookup;

    ListAdmins(ConversationStore conversations, UserLookup userLookup) {
        this.conversations = conversations;
        this.userLookup = userLookup;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var led =
                conversations
                        .ofParticipant(
                                caller.organizationId(), caller.userId(), command.request().cids())
                        .stream()
                        .filter(conversation -> conversation.isLedBy(caller.userId()))
                        .toList();
        var ids = led.stream().flatMap(one -> leadersOf(one).stream()).distinct().toList();
        var users = userLookup.findShown(caller.organizationId(), ids);
        return HandlerResult.reply(PeopleByConversation.of(led, users, ListAdmins::leadersOf));
    }

    /** The owner first. */
    private static List<UserId> leadersOf(Conversation conversation) {
        var admins =
                conversation.participants().stream()
                        .filter(Participant::admin)
                        .map(Participant::userId);
        return Stream.concat(Stream.of(conversation.ownerId()), admins).distinct().toList();
    }
}
