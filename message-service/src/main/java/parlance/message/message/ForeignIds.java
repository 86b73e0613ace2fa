package parlance.message.message;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import parlance.contracts.ConversationId;
import parlance.contracts.KeyHash;
import parlance.contracts.MessageId;
import parlance.contracts.MintedId;
import parlance.contracts.Topic;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.publish.Outbox;
import parlance.message.claim.ClaimStore;

/**
 * Messages with ids that were made elsewhere, as migrated ones have. Nothing in such an id leads to
 * its conversation's partition, so a command that names it alone is produced a second time, to
 * where the conversation's other commands are (docs/adr/0010).
 */
@Singleton
public final class ForeignIds {

    private final MessageStore messages;
    private final Outbox outbox;
    private final ClaimStore claims;

    ForeignIds(MessageStore messages, Outbox outbox, ClaimStore claims) {
        this.messages = messages;
        this.outbox = outbox;
        this.claims = claims;
    }

    /**
     * Has a command done where it is among its conversation's others: here, or there.
     *
     * @param work is given the message, even a deleted one, if there ever was one
     */
    public Outcome atHome(
            String messageId, Command<?> command, Function<Optional<Message>, Outcome> work) {
        var message = messages.findEvenDeleted(new MessageId(messageId));
        return message.filter(ForeignIds::isForeign)
                .flatMap(foreign -> divert(foreign.conversationId(), command))
                .orElseGet(() -> work.apply(message));
    }

    private static boolean isForeign(Message message) {
        var home = KeyHash.of(message.conversationId().value());
        return MintedId.keyHashOf(message.id().value()).filter(home::equals).isEmpty();
    }

    private Optional<Outcome> divert(ConversationId home, Command<?> command) {
        var partitions = outbox.partitions(Topic.MESSAGE_COMMANDS);
        if (command.position().partition() != KeyHash.of(home.value()).partition(partitions)) {
            return Optional.of(
                    Outcome.silent().forward(command.route(), home.value(), command.request()));
        }
        // A replay where it came from produces it once more: the first to arrive does it.
        return claims.claim(command.mintedId() + "/diverted", command.position())
                ? Optional.empty()
                : Optional.of(Outcome.silent());
    }
}
