package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import parlance.contracts.ErrorCode;
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.Kind;
import parlance.conversation.conversation.OwnConversations;
import parlance.conversation.conversation.Publication;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;

/** Changes who follows a channel. Nobody is told of it, but the directory. */
@Singleton
final class Followers {

    private record Done(@JsonProperty("success") boolean success) {}

    private final OwnConversations conversations;
    private final ConversationStore store;
    private final Publication publication;
    private final Clock clock;

    Followers(
            OwnConversations conversations,
            ConversationStore store,
            Publication publication,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * @param change what becomes of the channel at this moment; the same channel, if nothing does
     * @throws Rejection if it is no channel
     */
    Outcome change(
            String cid,
            Command<?> command,
            BiFunction<Conversation, Instant, Conversation> change) {
        while (true) {
            var channel = conversations.get(cid, command);
            if (channel.kind() != Kind.CHANNEL) {
                throw new Rejection(ErrorCode.BAD_REQUEST);
            }
            var changed = change.apply(channel, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            // Else it was changed meanwhile: look again.
            if (changed.equals(channel) || store.replace(changed)) {
                return publication.of(changed, new Done(true), List.of());
            }
        }
    }
}
