package parlance.message.document;

import jakarta.inject.Singleton;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.kit.Rejection;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.directory.Conversations;

/** Messages that a request names by their ids alone. */
@Singleton
public final class AccessibleMessages {

    private final HistoryStore history;
    private final Conversations conversations;

    AccessibleMessages(HistoryStore history, Conversations conversations) {
        this.history = history;
        this.conversations = conversations;
    }

    /** A message with its conversation, in which the caller takes part. */
    public record Reached(Message message, DirectoryConversation directoryConversation) {}

    /**
     * @throws Rejection if the caller sees no such message, or does not take part
     */
    public Reached get(String id, Caller caller) {
        var message =
                history.find(new MessageId(id), caller.userId())
                        .orElseThrow(() -> new Rejection(ErrorCode.MESSAGE_ID_NOT_FOUND));
        var directoryConversation =
                conversations
                        .find(message.conversationId(), caller)
                        .orElseThrow(() -> new Rejection(ErrorCode.MESSAGE_ID_NOT_FOUND));
        if (!directoryConversation.includes(caller.userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        return new Reached(message, directoryConversation);
    }
}
