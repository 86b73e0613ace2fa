package parlance.conversation.conversation;

import parlance.contracts.UserId;

/** By what a 1-1 is known: its two people, whoever began it, and whether it is encrypted. */
final class PairKey {

    private PairKey() {}

    static String of(UserId one, UserId other, boolean encrypted) {
        var first = one.value().compareTo(other.value()) < 0 ? one : other;
        var second = first == one ? other : one;
        return first + "/" + second + (encrypted ? "/encrypted" : "");
    }

    /** The key of a conversation: its pair while it is a 1-1 that somebody is in, else its id. */
    static String of(Conversation conversation) {
        var opponent = conversation.opponentId();
        return opponent == null || conversation.isOver()
                ? conversation.id().value()
                : of(conversation.ownerId(), opponent, conversation.encrypted());
    }
}
