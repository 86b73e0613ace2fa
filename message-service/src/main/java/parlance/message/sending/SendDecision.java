package parlance.message.sending;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorBody;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.document.Message;
import parlance.message.tail.ConversationTail;

/** What becomes of a message that a user wants to send. */
sealed interface SendDecision {

    /**
     * Stored by this command, now or when it came before: acked and delivered.
     *
     * @param conversation null if every participant has left it since
     */
    record Sent(
            Message message,
            @Nullable DirectoryConversation conversation,
            ConversationTail conversationTail)
            implements SendDecision {}

    /** Stored by an earlier command; its ack was lost. Acked again, and not delivered. */
    record Resent(Message message) implements SendDecision {}

    record Refused(ErrorBody errorBody) implements SendDecision {}
}
