package parlance.contracts.connection;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.Event;
import parlance.contracts.OrganizationId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/**
 * What the gateways tell the services: which connections users have. An event may come twice; the
 * connection registry decides which connections exist.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ConnectionEvent extends Event {

    UserId userId();

    @Override
    default Topic topic() {
        return Topic.CONNECTIONS;
    }

    @Override
    default String key() {
        return userId().value();
    }

    /** A user signed in on a connection. */
    @JsonTypeName("connection_opened")
    record ConnectionOpened(
            UserId userId,
            OrganizationId organizationId,
            ConnectionId connectionId,
            DeviceId deviceId,
            Instant at)
            implements ConnectionEvent {}

    /** The connection is no longer the user's. */
    @JsonTypeName("connection_closed")
    record ConnectionClosed(UserId userId, ConnectionId connectionId, Cause cause, Instant at)
            implements ConnectionEvent {

        /** Records of an earlier release have no cause. */
        public ConnectionClosed {
            cause = Objects.requireNonNullElse(cause, Cause.CLOSED);
        }
    }

    /** Why a connection is no longer a user's. */
    enum Cause {
        /** Its socket closed. The user may reconnect in a moment. */
        CLOSED,
        /** The user has signed out, or was signed out. */
        SIGNED_OUT,
        /** Its gateway died, which was noticed later. */
        LOST
    }

    /**
     * presence-service must look up whether the user still has a connection. It sends this event to
     * itself, so that the look-up happens in order with the events of the gateways.
     */
    @JsonTypeName("connections_in_doubt")
    record ConnectionsInDoubt(UserId userId, Instant at) implements ConnectionEvent {}

    /** The client runs in the background now. */
    @JsonTypeName("connection_inactive")
    record ConnectionInactive(UserId userId, ConnectionId connectionId, Instant at)
            implements ConnectionEvent {}

    /** The client is in front of its user again. */
    @JsonTypeName("connection_active")
    record ConnectionActive(UserId userId, ConnectionId connectionId, Instant at)
            implements ConnectionEvent {}
}
