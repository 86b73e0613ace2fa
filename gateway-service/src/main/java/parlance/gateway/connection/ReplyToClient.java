package parlance.gateway.connection;

import parlance.contracts.Failure;
import parlance.gateway.packet.Packet;

/** A client that has sent a packet, and waits. */
public record ReplyToClient(Connection connection, Packet packet) implements ReplyTo {

    @Override
    public void reply(String answer, long offset, Runnable written) {
        connection.send(answer, written);
    }

    @Override
    public void refuse(Failure failure) {
        connection.send(packet.refusal(failure));
    }
}
