package parlance.kit;

import java.time.Duration;
import parlance.contracts.ErrorBody;
import parlance.contracts.ErrorCode;

/** The client is wrong: answered with an error, and not worth a stack trace. */
public final class Rejection extends RuntimeException {

    private final transient ErrorBody errorBody;

    public Rejection(ErrorCode code) {
        this(code.failure());
    }

    public Rejection(ErrorBody errorBody) {
        super(errorBody.message(), null, false, false);
        this.errorBody = errorBody;
    }

    /** A field is not as it should be; the text is protocol 2.2's. */
    public static Rejection invalid(String message) {
        return new Rejection(ErrorBody.invalid(message));
    }

    /**
     * The service has more to do than it can in time.
     *
     * @param retryAfter when another try may succeed, rounded up to a second
     */
    public static Rejection overloaded(Duration retryAfter) {
        var code = ErrorCode.SERVICE_UNAVAILABLE;
        var seconds = (int) Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Rejection(new ErrorBody(code.status(), code.text(), seconds));
    }

    public ErrorBody failure() {
        return errorBody;
    }
}
