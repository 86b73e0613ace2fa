package parlance.gateway.socket;

import parlance.contracts.ErrorBody;
import parlance.contracts.ErrorCode;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.InboundQueue;
import parlance.gateway.connection.TokenBucket;
import parlance.kit.Rejection;

/** A client that sends: its frames are worked on in order, and not too many of them. */
final class InboundThrottle {

    /** So many seconds' worth of bytes over the limit, one packet after the other, is flooding. */
    private static final int TOLERATED_SECONDS = 16;

    /** By then some packets are allowed again. */
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Connection connection;
    private final PacketRouter packetRouter;
    private final InboundQueue lane;
    private final TokenBucket packets;
    private final TokenBucket bytes;
    private final int toleratedExcess;
    private final long toleratedBytes;

    InboundThrottle(Connection connection, PacketRouter packetRouter, GatewayConfig.Socket config) {
        this.connection = connection;
        this.packetRouter = packetRouter;
        this.lane = new InboundQueue(config.inboundLimit(), this::workOn);
        this.packets = new TokenBucket(config.packetsPerSecond(), System.nanoTime());
        this.bytes = new TokenBucket(config.bytesPerSecond(), System.nanoTime());
        this.toleratedExcess = config.toleratedExcess();
        this.toleratedBytes = (long) TOLERATED_SECONDS * config.bytesPerSecond();
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
        if (isAllowed(frame)) {
            packetRouter.accept(connection, frame);
        } else if (packets.refusedInARow() > toleratedExcess
                || bytes.refusedInARow() > toleratedBytes) {
            connection.close(CloseReason.FLOODING);
        } else {
            packetRouter.refuse(connection, frame, tooMany());
        }
    }

    /** One char is one byte of nearly every packet; near enough for a limit. */
    private boolean isAllowed(String frame) {
        var now = System.nanoTime();
        return packets.take(now) && bytes.take(frame.length(), now);
    }

    private static Rejection tooMany() {
        var code = ErrorCode.TOO_MANY_REQUESTS;
        return new Rejection(new ErrorBody(code.status(), code.text(), RETRY_AFTER_SECONDS));
    }
}
