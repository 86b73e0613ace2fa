package parlance.conversation.standing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;

/** Asks message-service, at most once for a page. */
@Singleton
public final class Standings {

    private final MessageClient messages;

    Standings(@RestClient MessageClient messages) {
        this.messages = messages;
    }

    /** In the order in which they moved, the last first. */
    public List<ConversationHead> page(HeadsQuery query) {
        return query.conversations().isEmpty() ? List.of() : messages.findHeads(query);
    }

    /** When a conversation last moved: when something was said in it, or when it was changed. */
    public Instant lastMove(ConversationId id, Instant changedAt, UserId reader) {
        var candidates = List.of(new Candidate(id, changedAt));
        return page(new HeadsQuery(reader, candidates, null, null, 1)).getFirst().updatedAt();
    }

    /** The last message that this reader sees, if there is one. */
    public @Nullable RawJson lastMessage(ConversationId id, UserId reader) {
        var candidates = List.of(new Candidate(id, Instant.EPOCH));
        return page(new HeadsQuery(reader, candidates, null, null, 1)).stream()
                .findFirst()
                .map(ConversationHead::lastMessage)
                .orElse(null);
    }
}
