package parlance.gateway.connection;

import org.jspecify.annotations.Nullable;
import parlance.contracts.EntryId;

/**
 * A packet on its way into a connection's queue.
 *
 * @param delivery none for an answer
 * @param entry its number, if it has one
 * @param written told when the socket has it
 */
record FeedItem(
        String packet,
        @Nullable InboxDelivery delivery,
        @Nullable EntryId entry,
        Runnable written) {}
