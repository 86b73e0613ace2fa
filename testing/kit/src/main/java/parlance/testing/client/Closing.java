package parlance.testing.client;

/**
 * How a socket ended.
 *
 * @param code of the close frame; 1006 if there was none
 */
public record Closing(int code, String reason) {

    /** The connection broke, or was refused, without a close frame. */
    public static final int ABNORMAL = 1006;
}
