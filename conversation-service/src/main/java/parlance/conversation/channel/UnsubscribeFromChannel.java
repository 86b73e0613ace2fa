package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.Kind;
import parlance.conversation.conversation.OwnConversations;
import parlance.conversation.conversation.Publication;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Follows a channel no longer; nobody is told. */
@Singleton
@Answers(Route.CONVERSATION_UNSUBSCRIBE)
final class UnsubscribeFromChannel implements RequestHandler<UnsubscribeFromChannel.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private final OwnConversations conversations;
    private final ConversationStore store;
    private final Publication publication;
    private final Clock clock;

    UnsubscribeFromChannel(
            OwnConversations conversations,
            ConversationStore store,
            Publication publication,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var subscriber = command.caller().userId();
        while (true) {
            var channel = conversations.get(command.request().cid(), command);
            if (channel.kind() != Kind.CHANNEL) {
                throw new Rejection(ErrorCode.BAD_REQUEST);
            }
            if (!channel.includes(subscriber)) {
                return publication.of(channel, Done.DONE, List.of());
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var left = channel.without(subscriber, command.position(), now);
            // Else it was changed meanwhile: look again.
            if (store.replace(left)) {
                return publication.of(left, Done.DONE, List.of());
            }
        }
    }
}
