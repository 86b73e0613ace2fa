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

    private final SessionEnd sessionEnd;

    EndUsersSessions(SessionEnd sessionEnd) {
        this.sessionEnd = sessionEnd;
    }

    @Override
    public Outcome handle(Command<EndSessions> command) {
        var request = command.request();
        sessionEnd.endAll(request.organizationId(), request.userId(), request.except());
        return Outcome.silent();
    }
}
