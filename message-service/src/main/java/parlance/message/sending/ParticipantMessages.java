package parlance.message.sending;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import parlance.contracts.KeyHash;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.kit.Command;
import parlance.kit.retry.OptimisticRetry;
import parlance.message.document.Message;
import parlance.message.document.Message.Cause;
import parlance.message.document.Message.Content;
import parlance.message.document.MessageStore;
import parlance.message.document.MessageStore.StoredMeanwhile;
import parlance.message.tail.ConversationTail;
import parlance.message.tail.ConversationTailStore;

/** "Bob has been added to the group": messages of the system, stored like all others. */
@Singleton
public final class ParticipantMessages {

    private static final int SEED_FROM = 8;
    private static final int SEED_TO = 24;
    private static final int HEX = 16;

    /** More than fit into a record. */
    private static final long MESSAGES_IN_A_PART = 1 << 16;

    private final MessageStore messages;
    private final ConversationTailStore heads;
    private final OptimisticRetry retry;
    private final Clock clock;

    ParticipantMessages(
            MessageStore messages,
            ConversationTailStore heads,
            OptimisticRetry retry,
            Clock clock) {
        this.messages = messages;
        this.heads = heads;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * Stores one of a change's messages, once.
     *
     * @param index which of this part's; with the command's id it gives the message's
     */
    public Message say(Command<ConversationChange> command, Said said, int index) {
        var id = idOf(command, index);
        return retry.run("messages", () -> sayUnlessOvertaken(command, said, id));
    }

    private Optional<Message> sayUnlessOvertaken(
            Command<ConversationChange> command, Said said, MessageId id) {
        var stored = messages.findByClientKeys(Set.of(id.value())).get(id.value());
        var cid = command.request().conversationId();
        var message = stored != null ? stored : messageOf(command, said, id, heads.get(cid));
        try {
            if (stored == null) {
                messages.addAll(List.of(message));
            }
            heads.advance(
                    List.of(new ConversationTail(cid, message.seq(), message.createdAt(), 0)));
            return Optional.of(message);
        } catch (StoredMeanwhile another) {
            heads.advance(messages.lastPlaces(Set.of(cid)));
            return Optional.empty();
        }
    }

    private Message messageOf(
            Command<ConversationChange> command,
            Said said,
            MessageId id,
            ConversationTail conversationTail) {
        var place = conversationTail.next(clock.instant());
        return new Message(
                id,
                command.request().conversationId(),
                command.request().type(),
                said.from(),
                place.seq(),
                place.lastAt(),
                place.lastAt(),
                Content.text(said.body(), said.x()),
                new Cause(command.position(), id.value()),
                List.of(),
                null,
                null,
                false);
    }

    /** The same however often the command comes. */
    private static MessageId idOf(Command<ConversationChange> command, int index) {
        var place = command.request().part() * MESSAGES_IN_A_PART + index;
        var seed = Long.parseUnsignedLong(command.mintedId(), SEED_FROM, SEED_TO, HEX) + place;
        var hash = KeyHash.of(command.request().conversationId().value());
        return new MessageId(
                PreassignedId.mint(command.acceptedAt(), hash, new SplittableRandom(seed)));
    }
}
