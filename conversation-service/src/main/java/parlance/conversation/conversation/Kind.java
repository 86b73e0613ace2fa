package parlance.conversation.conversation;

/** The three types of conversation. */
public enum Kind {
    /** Two people. */
    PRIVATE("u"),
    GROUP("g"),
    /** Few write, everybody reads. */
    CHANNEL("c");

    private final String wireName;

    Kind(String wireName) {
        this.wireName = wireName;
    }

    /**
     * @throws IllegalArgumentException for what is none of the three
     */
    public static Kind of(String wireName) {
        return switch (wireName) {
            case "u" -> PRIVATE;
            case "g" -> GROUP;
            case "c" -> CHANNEL;
            default -> throw new IllegalArgumentException("no type of conversation: " + wireName);
        };
    }

    public String wireName() {
        return wireName;
    }
}
