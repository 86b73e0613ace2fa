package parlance.auth.session;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.session.EndSessions;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Ends what user-service says must end; the client is answered there. */
@Singleton
@HandlesRoute(Route.END_SESSIONS)
final class EndUsersSessions implements RequestHandler<EndSessions> {

    private final SessionRevoker sessionRevoker;

    EndUsersSessions(SessionRevoker sessionRevoker) {
        this.sessionRevoker = sessionRevoker;
    }

    @Override
    public HandlerResult handle(Command<EndSessions> command) {
        var request = command.request();
        sessionRevoker.endAll(request.organizationId(), request.userId(), request.except());
        return HandlerResult.noReply();
    }
}
