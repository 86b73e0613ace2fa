package parlance.user.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.user.RemoveUser;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Deletes an account for an administrator, who was answered before. */
@Singleton
@HandlesRoute(Route.REMOVE_USER)
final class DeleteProvisionedUser implements RequestHandler<RemoveUser> {

    private final AccountDeletion accountDeletion;

    DeleteProvisionedUser(AccountDeletion accountDeletion) {
        this.accountDeletion = accountDeletion;
    }

    @Override
    public HandlerResult handle(Command<RemoveUser> command) {
        var gone = command.request();
        return accountDeletion.of(gone.organizationId(), gone.userId(), HandlerResult.noReply());
    }
}
