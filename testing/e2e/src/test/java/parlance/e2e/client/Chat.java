package parlance.e2e.client;

/** A conversation, as a story names it. */
public record Chat(String id) {}
