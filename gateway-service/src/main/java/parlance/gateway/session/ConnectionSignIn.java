package parlance.gateway.session;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.Route;
import parlance.gateway.command.CommandPublisher;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;
import parlance.gateway.reply.ReplyHandler;
import parlance.kit.Rejection;

/**
 * Signs a connection in, and has it told what its user missed (protocol 0.2, D4) between the answer
 * and everything live.
 */
@Singleton
public final class ConnectionSignIn {

    private static final Route CLAIM = Route.CLAIM_MISSED;
    private static final Packet CLAIM_PACKET =
            new Packet(
                    CLAIM.wireName(),
                    CLAIM,
                    EnvelopeForm.ENVELOPED,
                    null,
                    null,
                    Packet.Shape.OBJECT,
                    "{}",
                    null);

    private final ConnectionSessions connectionSessions;
    private final StreamResumption streamResumption;
    private final CommandPublisher commands;

    ConnectionSignIn(
            ConnectionSessions connectionSessions,
            StreamResumption streamResumption,
            CommandPublisher commands) {
        this.connectionSessions = connectionSessions;
        this.streamResumption = streamResumption;
        this.commands = commands;
    }

    /**
     * To be followed by the answer, and then by {@link #complete}.
     *
     * @param cursor where the client wants to go on; empty text if it wants to some day
     * @throws Rejection if the caller is not let in
     */
    public ConnectReply begin(Connection connection, Caller caller, @Nullable String cursor) {
        // Before it is registered: from then on live packets come.
        if (cursor != null || connection.dialect() == ProtocolDialect.SEED) {
            connection.outbound().hold();
        }
        try {
            return signIn(connection, caller, cursor);
        } catch (Rejection rejection) {
            connection.outbound().release();
            throw rejection;
        }
    }

    private ConnectReply signIn(Connection connection, Caller caller, @Nullable String cursor) {
        connection.session().setResumable(cursor != null);
        if (cursor == null) {
            connectionSessions.signIn(connection, caller);
            return ConnectReply.plain();
        }
        var end = streamResumption.open(caller.userId());
        connectionSessions.signIn(connection, caller);
        return streamResumption.start(connection, caller.userId(), end, cursor);
    }

    /** The answer is written. */
    public void complete(Connection connection, ConnectReply connectReply) {
        if (connection.dialect() == ProtocolDialect.SEED && !connectReply.isResumed()) {
            claimMissed(connection);
            return;
        }
        connection.outbound().release();
        if (connection.dialect() == ProtocolDialect.SEED) {
            // What it would be told is among what it resumed with.
            claim(connection, new IgnoredReply());
        }
    }

    private void claimMissed(Connection connection) {
        var caller = connection.session().caller();
        if (caller == null) {
            return;
        }
        connection.outbound().hold();
        claim(
                connection,
                new MissedChangesReply(connection, caller.userId(), () -> claimMissed(connection)));
    }

    private void claim(Connection connection, ReplyHandler handler) {
        try {
            commands.publish(connection, CLAIM_PACKET, CLAIM, handler);
        } catch (Rejection rejection) {
            handler.refuse(rejection.failure());
        }
    }
}
