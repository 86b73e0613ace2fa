package parlance.message.editing;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import parlance.contracts.ConversationId;
import parlance.contracts.KeyHash;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.contracts.Topic;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.publish.ReliableProducer;
import parlance.message.document.Message;
import parlance.message.document.MessageStore;
import parlance.message.idempotency.IdempotencyStore;

/**
 * Messages with ids that were made elsewhere, as migrated ones have. Nothing in such an id leads to
 * its conversation's partition, so a command that names it alone is produced a second time, to
 * where the conversation's other commands are (docs/adr/0010).
 */
@Singleton
public final class MigratedMessageRouting {

    private final MessageStore messages;
    private final ReliableProducer reliableProducer;
    private final IdempotencyStore claims;

    MigratedMessageRouting(
            MessageStore messages, ReliableProducer reliableProducer, IdempotencyStore claims) {
        this.messages = messages;
        this.reliableProducer = reliableProducer;
        this.claims = claims;
    }

    /**
     * Has a command done where it is among its conversation's others: here, or there.
     *
     * @param work is given the message, even a deleted one, if there ever was one
     */
    public HandlerResult onOwnPartition(
            String messageId, Command<?> command, Function<Optional<Message>, HandlerResult> work) {
        var message = messages.findEvenDeleted(new MessageId(messageId));
        return message.filter(MigratedMessageRouting::isForeign)
                .flatMap(foreign -> divert(foreign.conversationId(), command))
                .orElseGet(() -> work.apply(message));
    }

    private static boolean isForeign(Message message) {
        var home = KeyHash.of(message.conversationId().value());
        return PreassignedId.keyHashOf(message.id().value()).filter(home::equals).isEmpty();
    }

    private Optional<HandlerResult> divert(ConversationId home, Command<?> command) {
        var partitions = reliableProducer.partitions(Topic.MESSAGE_COMMANDS);
        if (command.position().partition() != KeyHash.of(home.value()).partition(partitions)) {
            return Optional.of(
                    HandlerResult.noReply()
                            .forward(command.route(), home.value(), command.request()));
        }
        // A replay where it came from produces it once more: the first to arrive does it.
        return claims.claim(command.mintedId() + "/diverted", command.position())
                ? Optional.empty()
                : Optional.of(HandlerResult.noReply());
    }
}
