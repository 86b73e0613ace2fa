package parlance.user.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Deletes the caller's account. */
@Singleton
@HandlesRoute(Route.USER_DELETE)
final class DeleteUser implements RequestHandler<DeleteUser.Request> {

    record Request() {}

    private final AccountDeletion accountDeletion;

    DeleteUser(AccountDeletion accountDeletion) {
        this.accountDeletion = accountDeletion;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        return accountDeletion.of(
                caller.organizationId(), caller.userId(), HandlerResult.success().unbind());
    }
}
