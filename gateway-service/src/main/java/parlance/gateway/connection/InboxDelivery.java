package parlance.gateway.connection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.UserId;

/**
 * A packet that came through the inbox, for some of this gateway's connections.
 *
 * @param offset where it stands in the inbox
 * @param position by which it is known however often it comes
 * @param author not told of what cannot be written
 * @param sentAt when the broker had what caused it, in epoch milliseconds
 */
public record InboxDelivery(
        long offset,
        String packet,
        Position position,
        List<Recipient> recipients,
        @Nullable UserId author,
        Set<OfflinePolicy> whenAbsent,
        long sentAt) {

    /** Whether somebody wants to know of a recipient who was not reached. */
    public boolean isKept() {
        return !whenAbsent.isEmpty();
    }
}
