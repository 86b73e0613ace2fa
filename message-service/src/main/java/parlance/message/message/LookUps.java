package parlance.message.message;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.MintedId;
import parlance.kit.Command;
import parlance.message.directory.Conversations;
import parlance.message.head.HeadStore;
import parlance.message.pair.Pairs;

/** Looks up what a batch of messages needs, one round trip for each kind. */
@Singleton
final class LookUps {

    private final MessageStore messages;
    private final Conversations conversations;
    private final HeadStore heads;
    private final Pairs pairs;
    private final Restorations restorations;
    private final Clock clock;

    LookUps(
            MessageStore messages,
            Conversations conversations,
            HeadStore heads,
            Pairs pairs,
            Restorations restorations,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.heads = heads;
        this.pairs = pairs;
        this.restorations = restorations;
        this.clock = clock;
    }

    Situation situationOf(List<Command<SendMessage.Request>> commands) {
        var keys = commands.stream().map(SendMessage::clientKeyOf).collect(Collectors.toSet());
        var ids = conversationsOf(commands);
        var found = conversations.find(ids);
        var standing = heads.find(ids);
        var blocked = pairs.blocked(found.values());
        var restored = restorations.of(commands, found, standing, blocked);
        return new Situation(
                messages.findByClientKeys(keys),
                found,
                standing,
                messages.find(repliedIdsOf(commands)),
                blocked,
                restored,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Heads that fell behind their messages when a replica died between the two writes. */
    void repairHeads(List<Command<SendMessage.Request>> commands) {
        heads.advance(messages.lastPlaces(conversationsOf(commands)));
    }

    private static Set<ConversationId> conversationsOf(
            List<Command<SendMessage.Request>> commands) {
        return commands.stream()
                .map(command -> command.request().conversationId())
                .filter(id -> MintedId.isWellFormed(id.value()))
                .collect(Collectors.toSet());
    }

    private static Set<MessageId> repliedIdsOf(List<Command<SendMessage.Request>> commands) {
        var ids = new HashSet<MessageId>();
        for (var command : commands) {
            var id = command.request().repliedMessageId();
            if (id != null && MintedId.isWellFormed(id.value())) {
                ids.add(id);
            }
        }
        return ids;
    }
}
