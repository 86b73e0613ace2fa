package parlance.auth.login;

import jakarta.inject.Singleton;
import parlance.auth.session.SessionEnd;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.contracts.user.ForgetDevice;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Ends the session of a socket, which stays open and is nobody's. */
@Singleton
@Answers(Route.USER_LOGOUT)
final class LogOut implements RequestHandler<LogOut.Request> {

    record Request() {}

    private final SessionEnd sessionEnd;

    LogOut(SessionEnd sessionEnd) {
        this.sessionEnd = sessionEnd;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        sessionEnd.end(caller.userId(), caller.sessionId());
        return Outcome.success()
                .unbind()
                .forward(Route.FORGET_DEVICE, caller.userId().value(), gone(caller));
    }

    private static ForgetDevice gone(Caller caller) {
        return new ForgetDevice(
                caller.organizationId(), caller.userId(), caller.deviceId(), caller.sessionId());
    }
}
