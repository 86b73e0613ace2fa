package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.conversation.ConversationConfig;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.Kind;
import parlance.conversation.conversation.OwnConversations;
import parlance.conversation.conversation.Publication;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Follows a channel; anybody of the organization may, and nobody is told. */
@Singleton
@Answers(Route.CONVERSATION_SUBSCRIBE)
final class SubscribeToChannel implements RequestHandler<SubscribeToChannel.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private final OwnConversations conversations;
    private final ConversationStore store;
    private final Publication publication;
    private final ConversationConfig config;
    private final Clock clock;

    SubscribeToChannel(
            OwnConversations conversations,
            ConversationStore store,
            Publication publication,
            ConversationConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.publication = publication;
        this.config = config;
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
            if (channel.includes(subscriber)) {
                return publication.of(channel, Done.DONE, List.of());
            }
            if (channel.size() >= config.maxParticipants()) {
                throw new Rejection(ErrorCode.PARTICIPANTS_LIMIT);
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var followed = channel.with(List.of(subscriber), command.position(), now);
            // Else it was changed meanwhile: look again.
            if (store.replace(followed)) {
                return publication.of(followed, Done.DONE, List.of());
            }
        }
    }
}
