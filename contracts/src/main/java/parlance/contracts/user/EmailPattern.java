package parlance.contracts.user;

/** What an e-mail address looks like, wherever a client has to give one (protocol 3.1). */
public final class EmailPattern {

    public static final String REGEX = "(?i)[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}";

    /** How a text that is none is refused, behind the name of its field. */
    public static final String MESSAGE = "fails to match the required pattern";

    public static final int MAX_LENGTH = 320;

    private EmailPattern() {}
}
