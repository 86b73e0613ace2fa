package parlance.local.infra;

/** Something did not start; the message is written for the person at the terminal. */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartupFailure(String message) {
        super(message);
    }

    public StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
