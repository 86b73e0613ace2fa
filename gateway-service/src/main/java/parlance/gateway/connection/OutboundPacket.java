package parlance.gateway.connection;

import org.jspecify.annotations.Nullable;
import parlance.contracts.StreamEntryId;

/**
 * A packet on its way into a connection's queue.
 *
 * @param delivery none for an answer
 * @param entry its number, if it has one
 * @param written told when the socket has it
 */
record OutboundPacket(
        String packet,
        @Nullable InboxDelivery delivery,
        @Nullable StreamEntryId entry,
        Runnable written) {}
