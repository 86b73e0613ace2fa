package parlance.gateway.session;

import jakarta.inject.Singleton;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.SessionId;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.UserConnections;
import parlance.gateway.registry.ConnectionRegistrar;
import parlance.kit.Rejection;

/** Signs connections in and out, here and in the registry, one change of a connection at a time. */
@Singleton
public final class ConnectionSessions {

    private final ConnectionRegistrar connectionRegistrar;
    private final Revocations revocations;
    private final Connections connections;
    private final UserConnections userConnections;

    ConnectionSessions(
            ConnectionRegistrar connectionRegistrar,
            Revocations revocations,
            Connections connections,
            UserConnections userConnections) {
        this.connectionRegistrar = connectionRegistrar;
        this.revocations = revocations;
        this.connections = connections;
        this.userConnections = userConnections;
    }

    /**
     * Makes the connection the caller's, whoever had it before.
     *
     * @throws Rejection if the session has been revoked, or the registry cannot be written
     */
    public void signIn(Connection connection, Caller caller) {
        connection.session().lock().lock();
        try {
            register(connection, caller);
            // Registered first: a revocation that comes now finds the connection.
            refuseIfRevoked(connection, caller);
            if (connection.session().caller() != null) {
                userConnections.add(caller.userId(), connection);
            }
        } finally {
            connection.session().lock().unlock();
        }
    }

    /** The connection is nobody's from now on. */
    public void signOut(Connection connection, Cause cause) {
        connection.session().lock().lock();
        try {
            leave(connection, cause);
        } finally {
            connection.session().lock().unlock();
        }
    }

    /**
     * The client says whether it runs in the background (protocol 3.10).
     *
     * @throws Rejection if nobody is signed in any more, or the registry cannot be written
     */
    public void setInactive(Connection connection, boolean inactive) {
        connection.session().lock().lock();
        try {
            var caller = connection.session().caller();
            if (caller == null) {
                throw new Rejection(ErrorCode.UNAUTHORIZED);
            }
            connection.session().setInactive(inactive);
            connectionRegistrar.update(connection, caller);
        } finally {
            connection.session().lock().unlock();
        }
    }

    /** Signs out every connection of a session that is over. */
    void revoke(SessionId session) {
        connections.all().stream()
                .filter(connection -> belongsTo(session, connection))
                .forEach(connection -> signOutOf(session, connection));
    }

    private void signOutOf(SessionId session, Connection connection) {
        connection.session().lock().lock();
        try {
            if (belongsTo(session, connection)) {
                leave(connection, Cause.SIGNED_OUT);
            }
        } finally {
            connection.session().lock().unlock();
        }
    }

    private void register(Connection connection, Caller caller) {
        var before = connection.session().caller();
        if (before != null && !before.userId().equals(caller.userId())) {
            leave(connection, Cause.SIGNED_OUT);
        }
        // Known here first: what is delivered as soon as the registry has the entry is for us.
        connection.session().signIn(caller);
        try {
            connectionRegistrar.add(connection, caller);
        } catch (Rejection rejection) {
            if (!caller.equals(before)) {
                leave(connection, Cause.CLOSED);
            }
            throw rejection;
        }
        if (!connection.isOpen()) {
            leave(connection, Cause.CLOSED);
        }
    }

    private void refuseIfRevoked(Connection connection, Caller caller) {
        try {
            if (revocations.include(caller)) {
                throw new Rejection(ErrorCode.TOKEN_EXPIRED);
            }
        } catch (Rejection rejection) {
            // Also when nobody can tell.
            leave(connection, Cause.SIGNED_OUT);
            throw rejection;
        }
    }

    private void leave(Connection connection, Cause cause) {
        var caller = connection.session().caller();
        if (caller != null) {
            connection.session().signOut();
            userConnections.remove(caller.userId(), connection);
            connectionRegistrar.remove(connection.id(), caller.userId(), cause);
        }
    }

    private static boolean belongsTo(SessionId session, Connection connection) {
        var caller = connection.session().caller();
        return caller != null && caller.sessionId().equals(session);
    }
}
