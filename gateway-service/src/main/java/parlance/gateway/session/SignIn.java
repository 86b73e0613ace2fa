package parlance.gateway.session;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Dialect;
import parlance.contracts.Form;
import parlance.contracts.Route;
import parlance.gateway.command.CommandPublisher;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.ReplyTo;
import parlance.gateway.packet.Packet;
import parlance.kit.Rejection;

/**
 * Signs a connection in, and has it told what its user missed (protocol 0.2, D4) between the answer
 * and everything live.
 */
@Singleton
public final class SignIn {

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
    private final Resumes resumes;
    private final CommandPublisher commands;

    SignIn(Sessions sessions, Resumes resumes, CommandPublisher commands) {
        this.sessions = sessions;
        this.resumes = resumes;
        this.commands = commands;
    }

    /**
     * To be followed by the answer, and then by {@link #complete}.
     *
     * @param cursor where the client wants to go on; empty text if it wants to some day
     * @throws Rejection if the caller is not let in
     */
    public Welcome begin(Connection connection, Caller caller, @Nullable String cursor) {
        // Before it is registered: from then on live packets come.
        if (cursor != null || connection.dialect() == Dialect.SEED) {
            connection.hold();
        }
        try {
            return signIn(connection, caller, cursor);
        } catch (Rejection rejection) {
            connection.release();
            throw rejection;
        }
    }

    private Welcome signIn(Connection connection, Caller caller, @Nullable String cursor) {
        connection.setResumable(cursor != null);
        if (cursor == null) {
            sessions.signIn(connection, caller);
            return Welcome.plain();
        }
        var end = resumes.open(caller.userId());
        sessions.signIn(connection, caller);
        return resumes.start(connection, caller.userId(), end, cursor);
    }

    /** The answer is written. */
    public void complete(Connection connection, Welcome welcome) {
        if (connection.dialect() == Dialect.SEED && !welcome.isResumed()) {
            claimMissed(connection);
            return;
        }
        connection.release();
        if (connection.dialect() == Dialect.SEED) {
            // What it would be told is among what it resumed with.
            claim(connection, new UnheededReply());
        }
    }

    private void claimMissed(Connection connection) {
        var caller = connection.caller();
        if (caller == null) {
            return;
        }
        connection.hold();
        claim(
                connection,
                new MissedReply(connection, caller.userId(), () -> claimMissed(connection)));
    }

    private void claim(Connection connection, ReplyTo replyTo) {
        try {
            commands.publish(connection, CLAIM_PACKET, CLAIM, replyTo);
        } catch (Rejection rejection) {
            replyTo.refuse(rejection.failure());
        }
    }
}
