package parlance.message.message;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import parlance.contracts.KeyHash;
import parlance.contracts.MessageId;
import parlance.contracts.MintedId;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.kit.Command;
import parlance.message.head.Head;
import parlance.message.head.HeadStore;
import parlance.message.message.Message.Cause;
import parlance.message.message.Message.Content;
import parlance.message.message.MessageStore.StoredMeanwhile;

/** "Bob has been added to the group": messages that nobody typed, stored like all others. */
@Singleton
public final class ParticipantMessages {

    private static final int SEED_FROM = 8;
    private static final int SEED_TO = 24;
    private static final int HEX = 16;

    /** More than fit into a record. */
    private static final long MESSAGES_IN_A_PART = 1 << 16;

    private final MessageStore messages;
    private final HeadStore heads;
    private final Clock clock;

    ParticipantMessages(MessageStore messages, HeadStore heads, Clock clock) {
        this.messages = messages;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * Stores one of a change's messages, once.
     *
     * @param index which of this part's; with the command's id it gives the message's
     */
    public Message say(Command<ConversationChange> command, Said said, int index) {
        var id = idOf(command, index);
        while (true) {
            var stored = messages.findByClientKeys(Set.of(id.value())).get(id.value());
            var cid = command.request().conversationId();
            var message = stored != null ? stored : messageOf(command, said, id, heads.get(cid));
            try {
                if (stored == null) {
                    messages.addAll(List.of(message));
                }
                heads.advance(List.of(new Head(cid, message.seq(), message.createdAt(), 0)));
                return message;
            } catch (StoredMeanwhile another) {
                heads.advance(messages.lastPlaces(Set.of(cid)));
            }
        }
    }

    private Message messageOf(
            Command<ConversationChange> command, Said said, MessageId id, Head head) {
        var place = head.next(clock.instant().truncatedTo(ChronoUnit.MILLIS));
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
                false);
    }

    /** The same however often the command comes. */
    private static MessageId idOf(Command<ConversationChange> command, int index) {
        var place = command.request().part() * MESSAGES_IN_A_PART + index;
        var seed = Long.parseUnsignedLong(command.mintedId(), SEED_FROM, SEED_TO, HEX) + place;
        var hash = KeyHash.of(command.request().conversationId().value());
        return new MessageId(MintedId.mint(command.acceptedAt(), hash, new SplittableRandom(seed)));
    }
}
