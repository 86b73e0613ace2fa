package parlance.conversation;

/** What an operator may have set. */
public record Settings(int maxParticipants, int listDefault, int listMax, boolean events)
        implements ConversationConfig {

    /** Pages of this size, and no larger than that one. */
    public static Settings pages(int listDefault, int listMax) {
        return new Settings(50, listDefault, listMax, true);
    }

    /** Nobody is told of changes. */
    public static Settings withoutEvents() {
        return new Settings(50, 30, 100, false);
    }
}
