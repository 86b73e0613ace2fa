package parlance.conversation.deletion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.Kind;
import parlance.conversation.conversation.Publication;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/**
 * Takes a deleted user out of a group or channel, without a word to those who stay; the last one
 * out ends it. Nobody waits for an answer.
 */
@Singleton
@Answers(Route.REMOVE_DELETED_USER)
final class RemoveFromConversation implements RequestHandler<RemoveDeletedUser> {

    private final ConversationStore conversations;
    private final Publication publication;
    private final Clock clock;

    RemoveFromConversation(ConversationStore conversations, Publication publication, Clock clock) {
        this.conversations = conversations;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Command<RemoveDeletedUser> command) {
        var gone = command.request().userId();
        while (true) {
            var found = conversations.find(command.request().conversationId());
            if (found.isEmpty() || found.get().kind() == Kind.PRIVATE) {
                return Outcome.silent();
            }
            var conversation = found.get();
            if (!conversation.includes(gone)) {
                // Done before, perhaps by this very command, and perhaps nobody was told.
                return published(conversation);
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var rest = conversation.without(gone, command.position(), now);
            // Else it was changed meanwhile: look again.
            if (conversations.replace(rest)) {
                return published(rest);
            }
        }
    }

    private Outcome published(Conversation stored) {
        return publication.of(stored, null, List.of());
    }
}
