package parlance.gateway.session;

import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Absent;
import parlance.contracts.EntryId;
import parlance.contracts.Failure;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.UserId;
import parlance.contracts.message.Missed;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.InboxDelivery;
import parlance.gateway.connection.ReplyTo;

/**
 * Writes what a user missed, and lets live packets follow. Should the connection break before it
 * has all, the rest is handed back, to be claimed by the next.
 *
 * @param claimMore asks again
 */
record MissedReply(Connection connection, UserId userId, Runnable claimMore) implements ReplyTo {

    private static final Logger LOG = Logger.getLogger(MissedReply.class);

    private record Answer(Missed response) {}

    @Override
    public void reply(String answer, long offset, @Nullable EntryId entry, Runnable written) {
        var missed = Json.read(answer, Answer.class).response();
        for (var packet : missed.packets()) {
            write(deliveryOf(packet, offset));
        }
        if (missed.more()) {
            claimMore.run();
        } else {
            connection.release();
        }
    }

    private void write(InboxDelivery delivery) {
        if (connection.belongsTo(userId)) {
            connection.sendMissed(delivery);
        } else {
            connection.keepForHandBack(delivery);
        }
    }

    private InboxDelivery deliveryOf(Missed.Packet missed, long offset) {
        return new InboxDelivery(
                offset,
                missed.packet().text(),
                Position.parse(missed.position()),
                List.of(new Recipient(userId, connection.id())),
                null,
                Set.of(Absent.LOG),
                0);
    }

    /** They wait for the next connection, and can be listed. */
    @Override
    public void refuse(Failure failure) {
        LOG.warnf("missed_unclaimed cause=%s", failure.message());
        connection.release();
    }
}
