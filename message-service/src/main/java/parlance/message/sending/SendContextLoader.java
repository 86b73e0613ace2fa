package parlance.message.sending;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.kit.Command;
import parlance.message.direct.DirectConversations;
import parlance.message.directory.Conversations;
import parlance.message.document.MessageStore;
import parlance.message.tail.ConversationTailStore;

/** Looks up what a batch of messages needs, one round trip for each kind. */
@Singleton
final class SendContextLoader {

    private final MessageStore messages;
    private final Conversations conversations;
    private final ConversationTailStore heads;
    private final DirectConversations directConversations;
    private final Clock clock;

    SendContextLoader(
            MessageStore messages,
            Conversations conversations,
            ConversationTailStore heads,
            DirectConversations directConversations,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.heads = heads;
        this.directConversations = directConversations;
        this.clock = clock;
    }

    SendContext load(List<Command<SendMessage.Request>> commands) {
        var now = clock.instant();
        var ids = conversationsOf(commands);
        var found = conversations.find(ids);
        var standing = heads.find(ids);
        var blocked = directConversations.blocked(found.values());
        return new SendContext(
                messages.findByClientKeys(keysOf(commands, now)),
                found,
                standing,
                messages.find(repliedIdsOf(commands)),
                blocked,
                now);
    }

    /** Heads that fell behind their messages when a replica died between the two writes. */
    void repairHeads(List<Command<SendMessage.Request>> commands) {
        heads.advance(messages.lastPlaces(conversationsOf(commands)));
    }

    /** A refusal that is stored has the minted id as its key. */
    private static Set<String> keysOf(List<Command<SendMessage.Request>> commands, Instant now) {
        var keys = commands.stream().map(SendMessage::clientKeyOf).collect(Collectors.toSet());
        for (var command : commands) {
            if (SendingBatch.mayBeUnderWayElsewhere(command, now)) {
                keys.add(command.mintedId());
            }
        }
        return keys;
    }

    private static Set<ConversationId> conversationsOf(
            List<Command<SendMessage.Request>> commands) {
        return commands.stream()
                .map(command -> command.request().conversationId())
                .filter(id -> PreassignedId.isWellFormed(id.value()))
                .collect(Collectors.toSet());
    }

    private static Set<MessageId> repliedIdsOf(List<Command<SendMessage.Request>> commands) {
        var ids = new HashSet<MessageId>();
        for (var command : commands) {
            var id = command.request().repliedMessageId();
            if (id != null && PreassignedId.isWellFormed(id.value())) {
                ids.add(id);
            }
        }
        return ids;
    }
}
