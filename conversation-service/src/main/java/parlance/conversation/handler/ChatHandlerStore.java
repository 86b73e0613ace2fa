package parlance.conversation.handler;

import jakarta.inject.Singleton;
import java.util.Optional;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.kit.mongo.MongoStore;

/** Handlers by conversation. What was removed leaves the place of the command that did it. */
@Singleton
final class ChatHandlerStore extends MongoStore<ChatHandlerDocument, ConversationId> {

    Optional<ChatHandler> find(ConversationId id) {
        return findByIdOptional(id).flatMap(ChatHandlerDocument::handler);
    }

    void save(ConversationId id, ChatHandler handler) {
        persistOrUpdate(ChatHandlerDocument.of(id, handler));
    }

    /**
     * @return whether there was one, or this very command removed it when it came before
     */
    boolean remove(ConversationId id, Position position) {
        var stored = findByIdOptional(id);
        if (stored.flatMap(ChatHandlerDocument::handler).isEmpty()) {
            return stored.filter(trace -> position.equals(trace.removedBy())).isPresent();
        }
        update(ChatHandlerDocument.removed(id, position));
        return true;
    }
}
