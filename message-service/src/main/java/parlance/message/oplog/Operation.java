package parlance.message.oplog;

import java.time.Instant;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/**
 * A packet that a user missed.
 *
 * @param position the packet's own: a user has one entry for it
 * @param number grows from entry to entry of a user
 * @param loggedAt later than the user's entry before
 */
record Operation(UserId userId, Position position, long number, Instant loggedAt, RawJson packet) {

    /** Whether the user is told of it on coming back, without having to ask (protocol 0.2, D4). */
    boolean isToldOnReturn() {
        return isToldOnReturn(packet);
    }

    static boolean isToldOnReturn(RawJson packet) {
        var text = packet.text();
        return text.startsWith("{\"message_edit\":") || text.startsWith("{\"message_delete\":");
    }
}
