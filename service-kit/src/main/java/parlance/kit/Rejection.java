package parlance.kit;

import parlance.contracts.ErrorCode;
import parlance.contracts.Failure;

/** The client is wrong: answered with an error, and not worth a stack trace. */
public final class Rejection extends RuntimeException {

    private final transient Failure failure;

    public Rejection(ErrorCode code) {
        this(code.failure());
    }

    public Rejection(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    /** A field is not as it should be; the text is protocol 2.2's. */
    public static Rejection invalid(String message) {
        return new Rejection(Failure.invalid(message));
    }

    public Failure failure() {
        return failure;
    }
}
