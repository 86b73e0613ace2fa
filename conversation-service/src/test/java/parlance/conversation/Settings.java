package parlance.conversation;

/** What an operator may have set. */
public record Settings(int maxParticipants, boolean events) implements ConversationConfig {

    /** Nobody is told of changes. */
    public static Settings withoutEvents() {
        return new Settings(50, false);
    }
}
