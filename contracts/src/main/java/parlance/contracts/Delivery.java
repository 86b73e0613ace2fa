package parlance.contracts;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packet for users' clients: who gets it, on which connection not, and what becomes of it for
 * those without a connection.
 *
 * @param packet what goes to the socket, written as JSON once for all; a {@link RawJson} goes out
 *     as it is
 * @param only the one connection that gets it; without it all do
 * @param except the connection that is left out, usually the sender's own
 * @param author the user who acted: neither the operations log nor push keeps the packet for this
 *     user, even as a recipient
 */
public record Delivery(
        List<UserId> recipients,
        Object packet,
        @Nullable ConnectionId only,
        @Nullable ConnectionId except,
        @Nullable UserId author,
        Set<OfflinePolicy> whenOffline) {

    /** To all connections of {@code recipients}; nothing is kept for the absent. */
    public static Delivery of(Object packet, Collection<UserId> recipients) {
        return new Delivery(List.copyOf(recipients), packet, null, null, null, Set.of());
    }

    public Delivery only(ConnectionId connection) {
        return new Delivery(recipients, packet, connection, except, author, whenOffline);
    }

    public Delivery except(@Nullable ConnectionId connection) {
        return new Delivery(recipients, packet, only, connection, author, whenOffline);
    }

    public Delivery by(UserId userId) {
        return new Delivery(recipients, packet, only, except, userId, whenOffline);
    }

    public Delivery whenOffline(OfflinePolicy first, OfflinePolicy... more) {
        return new Delivery(recipients, packet, only, except, author, EnumSet.of(first, more));
    }

    /** Whether a recipient's connection is one that gets it. */
    public boolean reaches(ConnectionId connection) {
        return (only == null || connection.equals(only)) && !connection.equals(except);
    }
}
