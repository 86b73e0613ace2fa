package parlance.message.oplog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.message.document.Message;
import parlance.message.document.MessageStore;

/**
 * Leaves out edits that a later one has replaced which the user got live: told now, they would
 * bring an old text back.
 */
@Singleton
final class SupersededEdits {

    /** An edit is what its command delivers first, and all that it delivers. */
    private static final int INDEX_OF_EDIT = 1;

    private final MessageStore messages;
    private final MissedChangesStore missed;

    SupersededEdits(MessageStore messages, MissedChangesStore missed) {
        this.messages = messages;
        this.missed = missed;
    }

    List<Operation> without(UserId user, List<Operation> claimed) {
        var edited = new HashMap<Operation, MessageId>();
        claimed.forEach(one -> editedIn(one).ifPresent(message -> edited.put(one, message)));
        if (edited.isEmpty()) {
            return claimed;
        }
        var last = lastEdits(messages.find(Set.copyOf(edited.values())));
        var logged = missed.logged(user, last.values());
        return claimed.stream()
                .filter(one -> !isReplaced(one, last.get(edited.get(one)), logged))
                .toList();
    }

    private static Map<MessageId, Position> lastEdits(Map<MessageId, Message> found) {
        var last = new HashMap<MessageId, Position>();
        found.forEach((id, message) -> {
            if (!message.edits().isEmpty()) {
                last.put(id, message.edits().getLast().at(INDEX_OF_EDIT));
            }
        });
        return last;
    }

    private static boolean isReplaced(
            Operation one, @Nullable Position last, Set<Position> logged) {
        return last != null
                && last.stream().equals(one.position().stream())
                && last.isAfter(one.position())
                && !logged.contains(last);
    }

    private static Optional<MessageId> editedIn(Operation operation) {
        var id = Json.read(operation.packet().text(), JsonNode.class).at("/message_edit/id");
        return PreassignedId.isWellFormed(id.asText())
                ? Optional.of(new MessageId(id.asText()))
                : Optional.empty();
    }
}
