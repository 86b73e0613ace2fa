package parlance.gateway.connection;

import java.time.Duration;

/** Why a gateway closes a connection, as its client is told (protocol 1.1). */
public record CloseReason(int code, String text) {

    private static final int COME_BACK = 1012;

    public static final CloseReason IDLE = new CloseReason(1001, "idle");
    public static final CloseReason UNAUTHENTICATED = new CloseReason(1008, "unauthenticated");
    public static final CloseReason FLOODING = new CloseReason(1008, "flooding");
    public static final CloseReason TOO_MANY_CONNECTIONS =
            new CloseReason(1008, "too many connections");
    public static final CloseReason TOO_LARGE = new CloseReason(1009, "too large");
    public static final CloseReason SLOW_READER = new CloseReason(1013, "resync");

    /** One word for all reasons that differ only in what they tell the client. */
    public String kind() {
        return code == COME_BACK ? "come_back" : text.replace(' ', '_');
    }

    /** The client is to come back, to another gateway, after {@code delay}. */
    public static CloseReason comeBackAfter(Duration delay) {
        return new CloseReason(COME_BACK, "retry_after=" + delay.toMillis());
    }
}
