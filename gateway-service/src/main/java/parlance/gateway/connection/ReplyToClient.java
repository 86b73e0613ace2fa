package parlance.gateway.connection;

import org.jspecify.annotations.Nullable;
import parlance.contracts.EntryId;
import parlance.contracts.Failure;
import parlance.gateway.packet.Packet;

/** A client that has sent a packet, and waits. */
public record ReplyToClient(Connection connection, Packet packet) implements ReplyTo {

    @Override
    public void reply(String answer, long offset, @Nullable EntryId entry, Runnable written) {
        if (entry == null) {
            connection.send(answer, written);
        } else {
            connection.send(answer, entry, written);
        }
    }

    @Override
    public void refuse(Failure failure) {
        connection.send(packet.refusal(failure));
    }
}
