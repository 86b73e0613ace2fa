package parlance.contracts.connection;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.Event;
import parlance.contracts.OrganizationId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/**
 * Everything the gateways tell the services: which connections users have. An event may come twice;
 * what counts in the end is the registry.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ConnectionEvent extends Event {

    UserId userId();

    ConnectionId connectionId();

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

    /** The connection is no longer the user's: closed, signed out, or lost with its gateway. */
    @JsonTypeName("connection_closed")
    record ConnectionClosed(UserId userId, ConnectionId connectionId, Instant at)
            implements ConnectionEvent {}
}
