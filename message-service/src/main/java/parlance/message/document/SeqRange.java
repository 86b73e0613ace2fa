package parlance.message.document;

/** Places of a conversation, both ends included. */
public record SeqRange(long from, long to) {}
