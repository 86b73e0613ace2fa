package parlance.gateway.session;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import parlance.contracts.Caller;
import parlance.contracts.Dialect;
import parlance.contracts.Form;
import parlance.contracts.Route;
import parlance.gateway.command.CommandPublisher;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;
import parlance.kit.Rejection;

/**
 * Signs a connection in, and has it told what its user missed (protocol 0.2, D4) between the answer
 * and everything live.
 */
@Singleton
public final class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private static final Route CLAIM = Route.CLAIM_MISSED;
    private static final Packet CLAIM_PACKET =
            new Packet(
                    CLAIM.wireName(),
                    CLAIM,
                    Form.ENVELOPED,
                    null,
                    null,
                    Packet.Shape.OBJECT,
                    "{}",
                    null);

    private final Sessions sessions;
    private final CommandPublisher commands;

    SignIn(Sessions sessions, CommandPublisher commands) {
        this.sessions = sessions;
        this.commands = commands;
    }

    /**
     * To be followed by the answer, and then by {@link #complete}.
     *
     * @throws Rejection if the caller is not let in
     */
    public void begin(Connection connection, Caller caller) {
        // Before it is registered: from then on live packets come.
        if (connection.dialect() == Dialect.SEED) {
            connection.hold();
        }
        try {
            sessions.signIn(connection, caller);
        } catch (Rejection rejection) {
            connection.release();
            throw rejection;
        }
    }

    /** The answer is written. */
    public void complete(Connection connection) {
        if (connection.dialect() == Dialect.SEED) {
            claimMissed(connection);
        }
    }

    private void claimMissed(Connection connection) {
        var caller = connection.caller();
        if (caller == null) {
            return;
        }
        connection.hold();
        var reply = new MissedReply(connection, caller.userId(), () -> claimMissed(connection));
        try {
            commands.publish(connection, CLAIM_PACKET, CLAIM, reply);
        } catch (Rejection rejection) {
            LOG.warnf("missed_unclaimed cause=%s", rejection.getMessage());
            connection.release();
        }
    }
}
