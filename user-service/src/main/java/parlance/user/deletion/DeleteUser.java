package parlance.user.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Deletes the caller's account. */
@Singleton
@Answers(Route.USER_DELETE)
final class DeleteUser implements RequestHandler<DeleteUser.Request> {

    record Request() {}

    private final Deletion deletion;

    DeleteUser(Deletion deletion) {
        this.deletion = deletion;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        return deletion.of(caller.organizationId(), caller.userId(), Outcome.success().unbind());
    }
}
