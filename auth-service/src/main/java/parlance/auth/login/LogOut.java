package parlance.auth.login;

import jakarta.inject.Singleton;
import parlance.auth.session.SessionRevoker;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.contracts.user.ForgetDevice;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Ends the session of a socket, which stays open without a user. */
@Singleton
@HandlesRoute(Route.USER_LOGOUT)
final class LogOut implements RequestHandler<LogOut.Request> {

    record Request() {}

    private final SessionRevoker sessionRevoker;

    LogOut(SessionRevoker sessionRevoker) {
        this.sessionRevoker = sessionRevoker;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        sessionRevoker.end(caller.userId(), caller.sessionId());
        return HandlerResult.success()
                .unbind()
                .forward(Route.FORGET_DEVICE, caller.userId().value(), gone(caller));
    }

    private static ForgetDevice gone(Caller caller) {
        return new ForgetDevice(
                caller.organizationId(), caller.userId(), caller.deviceId(), caller.sessionId());
    }
}
