package parlance.message.message;

import org.jspecify.annotations.Nullable;
import parlance.contracts.Failure;
import parlance.kit.directory.Conversation;
import parlance.message.head.Head;

/** What becomes of a message that somebody wants to send. */
sealed interface Verdict {

    /**
     * Stored by this command, now or when it came before: acked and delivered.
     *
     * @param conversation gone, if it was left by everybody since
     */
    record Sent(Message message, @Nullable Conversation conversation, Head head)
            implements Verdict {}

    /** Stored by an earlier command; its ack was lost. Acked again, and delivered to nobody. */
    record Resent(Message message) implements Verdict {}

    record Refused(Failure failure) implements Verdict {}
}
