package parlance.gateway.reply;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorBody;
import parlance.contracts.StreamEntryId;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;

/** Writes the answer to the client that sent the packet. */
public record ClientReply(Connection connection, Packet packet) implements ReplyHandler {

    @Override
    public void reply(String answer, long offset, @Nullable StreamEntryId entry, Runnable written) {
        connection.outbound().reply(answer, entry, written);
    }

    @Override
    public void refuse(ErrorBody error) {
        connection.outbound().send(packet.refusal(error));
    }
}
