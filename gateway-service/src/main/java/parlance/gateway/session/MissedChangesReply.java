package parlance.gateway.session;

import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorBody;
import parlance.contracts.Json;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.StreamEntryId;
import parlance.contracts.UserId;
import parlance.contracts.message.MissedChanges;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.InboxDelivery;
import parlance.gateway.reply.ReplyHandler;

/**
 * Writes what a user missed, and lets live packets follow. Should the connection break before it
 * has all, the rest is handed back, to be claimed by the next.
 *
 * @param claimMore asks again
 */
record MissedChangesReply(Connection connection, UserId userId, Runnable claimMore)
        implements ReplyHandler {

    private static final Logger LOG = Logger.getLogger(MissedChangesReply.class);

    private record Answer(MissedChanges response) {}

    @Override
    public void reply(String answer, long offset, @Nullable StreamEntryId entry, Runnable written) {
        var missedChanges = Json.read(answer, Answer.class).response();
        for (var packet : missedChanges.packets()) {
            write(deliveryOf(packet, offset));
        }
        if (missedChanges.more()) {
            claimMore.run();
        } else {
            connection.outbound().release();
        }
    }

    private void write(InboxDelivery delivery) {
        if (connection.session().belongsTo(userId)) {
            connection.outbound().sendMissed(delivery);
        } else {
            connection.outbound().keepForFallback(delivery);
        }
    }

    private InboxDelivery deliveryOf(MissedChanges.Packet missedChanges, long offset) {
        return new InboxDelivery(
                offset,
                missedChanges.packet().text(),
                Position.parse(missedChanges.position()),
                List.of(new Recipient(userId, connection.id())),
                null,
                Set.of(OfflinePolicy.LOG),
                0);
    }

    /** They wait for the next connection, and can be listed. */
    @Override
    public void refuse(ErrorBody errorBody) {
        LOG.warnf("missed_unclaimed cause=%s", errorBody.message());
        connection.outbound().release();
    }
}
