package parlance.conversation.document;

/** The three types of conversation. */
public enum ConversationType {
    /** Two people. */
    DIRECT("u"),
    GROUP("g"),
    /** Few write, everybody reads. */
    CHANNEL("c");

    private final String wireName;

    ConversationType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * @throws IllegalArgumentException for what is none of the three
     */
    public static ConversationType of(String wireName) {
        return switch (wireName) {
            case "u" -> DIRECT;
            case "g" -> GROUP;
            case "c" -> CHANNEL;
            default -> throw new IllegalArgumentException("no type of conversation: " + wireName);
        };
    }

    public String wireName() {
        return wireName;
    }
}
