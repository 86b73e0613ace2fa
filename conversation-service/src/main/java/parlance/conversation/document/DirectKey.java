package parlance.conversation.document;

import parlance.contracts.UserId;

/**
 * By what a direct conversation is known: its two people in one order, and whether it is encrypted.
 */
public final class DirectKey {

    private DirectKey() {}

    public static String of(UserId one, UserId other, boolean encrypted) {
        var first = one.value().compareTo(other.value()) < 0 ? one : other;
        var second = first == one ? other : one;
        return first + "/" + second + (encrypted ? "/encrypted" : "");
    }

    /**
     * The key of a conversation: its pair while it is a direct one with participants, else its id.
     */
    static String of(Conversation conversation) {
        var opponent = conversation.opponentId();
        return opponent == null || conversation.isOver()
                ? conversation.id().value()
                : of(conversation.ownerId(), opponent, conversation.encrypted());
    }
}
