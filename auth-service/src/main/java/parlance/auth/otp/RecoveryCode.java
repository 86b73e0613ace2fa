package parlance.auth.otp;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.security.SecureRandom;

/** Six digits that let the reader of the user's mail set a new password. */
record RecoveryCode(String digits) {

    /** The first digit is no zero: some clients send the code as a number. */
    private static final int LOWEST = 100_000;

    private static final int BOUND = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCode random() {
        return new RecoveryCode(Integer.toString(RANDOM.nextInt(LOWEST, BOUND)));
    }

    /**
     * @param raw a string or a number
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RecoveryCode of(Object raw) {
        if (!(raw instanceof String || raw instanceof Number)) {
            throw new IllegalArgumentException("a code is a string or a number");
        }
        return new RecoveryCode(raw.toString());
    }

    /** Without the digits, which must not reach a log. */
    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
