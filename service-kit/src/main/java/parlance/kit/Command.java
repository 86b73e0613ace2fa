package parlance.kit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.Route;

/**
 * A request on Kafka: what was asked, by whom, and where it stands.
 *
 * @param signedIn nobody before sign-in; {@link #caller()} wherever the route needs one
 * @param asker the connection that waits; none for what a service commands by itself
 * @param mintedId the id for what this creates, the same however often the command comes
 * @param position where the command stands: a second command with the same position is the same
 * @param acceptedAt when the broker appended it
 * @param clientAddress the IP address that the client asked from
 * @param replyKey seals what is secret in the reply
 */
public record Command<R>(
        Route route,
        R request,
        @Nullable Caller signedIn,
        @Nullable ReplyAddress asker,
        String mintedId,
        Position position,
        Instant acceptedAt,
        @Nullable String clientAddress,
        @Nullable String replyKey) {

    /** Who asks. */
    public Caller caller() {
        if (signedIn == null) {
            throw new Rejection(ErrorCode.UNAUTHORIZED);
        }
        return signedIn;
    }

    /** The client is told {@code REQUEST_TIMEOUT} then, and expects no answer any more. */
    public Instant deadline() {
        return acceptedAt.plus(route.deadline());
    }

    /** How the asker's client wants what one packet cannot say for all (protocol 0.2). */
    public ProtocolDialect dialect() {
        return asker == null ? ProtocolDialect.SEED : asker.protocolDialect();
    }

    /** The connection to leave out when the sender is not to hear of its own doing. */
    public @Nullable ConnectionId connection() {
        return asker == null ? null : asker.connection();
    }
}
