package parlance.internalapi;

/**
 * How long a call of another service may take and how often it is tried. Every interface of this
 * module applies it to all its methods; a method that needs something else says so itself, and why.
 */
public final class CallPolicy {

    /** Milliseconds for one attempt. */
    public static final long TIMEOUT = 2_000;

    /** Attempts after the first one. */
    public static final int RETRIES = 2;

    /** Milliseconds between two attempts. */
    public static final long RETRY_DELAY = 100;

    private CallPolicy() {}
}
