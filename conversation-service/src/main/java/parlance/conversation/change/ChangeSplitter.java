package parlance.conversation.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationType;

/**
 * Cuts a change into records: one, unless many people come or go at once. The answer, and who is
 * told of the conversation for the first time, are always in the first.
 */
final class ChangeSplitter {

    /** Of steps; with the participants beside them well under the topic's limit. */
    private static final int BYTES = 1_000_000;

    private ChangeSplitter() {}

    static List<ConversationChange> of(
            Conversation stored,
            @Nullable RawJson reply,
            List<? extends Step> steps,
            @Nullable Instant changedAt) {
        var parts = new ArrayList<ConversationChange>();
        var part = new ArrayList<Step>();
        var bytes = 0;
        for (var step : steps) {
            var size = Json.bytes(step).length;
            if (!part.isEmpty() && bytes + size > BYTES) {
                parts.add(partOf(stored, parts.size(), reply, part, changedAt));
                part.clear();
                bytes = 0;
            }
            part.add(step);
            bytes += size;
        }
        parts.add(partOf(stored, parts.size(), reply, part, changedAt));
        return parts;
    }

    private static ConversationChange partOf(
            Conversation stored,
            int number,
            @Nullable RawJson reply,
            List<Step> steps,
            @Nullable Instant changedAt) {
        var named =
                stored.type() == ConversationType.DIRECT
                        || steps.stream().anyMatch(Said.class::isInstance);
        return new ConversationChange(
                stored.id(),
                stored.organizationId(),
                stored.type().wireName(),
                stored.version(),
                number,
                number == 0 ? reply : null,
                named ? stored.participantIds() : List.<UserId>of(),
                List.copyOf(steps),
                changedAt);
    }
}
