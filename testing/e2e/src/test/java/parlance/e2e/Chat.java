package parlance.e2e;

/** A conversation, as a story names it. */
record Chat(String id) {}
