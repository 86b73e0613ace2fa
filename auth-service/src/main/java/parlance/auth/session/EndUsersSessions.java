package parlance.auth.session;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.session.EndSessions;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Ends what user-service says must end; the client is answered there. */
@Singleton
@Answers(Route.END_SESSIONS)
final class EndUsersSessions implements RequestHandler<EndSessions> {

    private final SessionStore sessions;
    private final SessionEnd sessionEnd;

    EndUsersSessions(SessionStore sessions, SessionEnd sessionEnd) {
        this.sessions = sessions;
        this.sessionEnd = sessionEnd;
    }

    @Override
    public Outcome handle(Command<EndSessions> command) {
        var request = command.request();
        sessions.find(request.organizationId(), request.userId()).stream()
                .filter(session -> !session.id().equals(request.except()))
                .forEach(session -> sessionEnd.end(session.userId(), session.id()));
        return Outcome.silent();
    }
}
