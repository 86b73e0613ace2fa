package parlance.gateway.socket;

import parlance.contracts.ErrorBody;
import parlance.contracts.ErrorCode;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.InboundQueue;
import parlance.gateway.connection.TokenBucket;
import parlance.kit.Rejection;

/** A client that sends: its frames are worked on in order, and not too many of them. */
final class InboundThrottle {

    /** By then some packets are allowed again. */
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Connection connection;
    private final PacketRouter packetRouter;
    private final InboundQueue lane;
    private final TokenBucket allowance;
    private final int toleratedExcess;

    /**
     * @param inboundLimit characters that may wait to be worked on
     * @param toleratedExcess packets in a row over the limit that are still answered
     */
    InboundThrottle(
            Connection connection,
            PacketRouter packetRouter,
            int inboundLimit,
            int packetsPerSecond,
            int toleratedExcess) {
        this.connection = connection;
        this.packetRouter = packetRouter;
        this.lane = new InboundQueue(inboundLimit, this::workOn);
        this.allowance = new TokenBucket(packetsPerSecond, System.nanoTime());
        this.toleratedExcess = toleratedExcess;
    }

    Connection connection() {
        return connection;
    }

    /** Returns at once. */
    void sends(String frame) {
        connection.activity().touch();
        if (!lane.offer(frame)) {
            connection.close(CloseReason.FLOODING);
        }
    }

    private void workOn(String frame) {
        if (allowance.take(System.nanoTime())) {
            packetRouter.accept(connection, frame);
        } else if (allowance.refusedInARow() > toleratedExcess) {
            connection.close(CloseReason.FLOODING);
        } else {
            packetRouter.refuse(connection, frame, tooMany());
        }
    }

    private static Rejection tooMany() {
        var code = ErrorCode.TOO_MANY_REQUESTS;
        return new Rejection(new ErrorBody(code.status(), code.text(), RETRY_AFTER_SECONDS));
    }
}
