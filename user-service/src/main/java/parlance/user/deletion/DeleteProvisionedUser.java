package parlance.user.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.user.RemoveUser;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Deletes an account for an administrator, who was answered before. */
@Singleton
@Answers(Route.REMOVE_USER)
final class DeleteProvisionedUser implements RequestHandler<RemoveUser> {

    private final Deletion deletion;

    DeleteProvisionedUser(Deletion deletion) {
        this.deletion = deletion;
    }

    @Override
    public Outcome handle(Command<RemoveUser> command) {
        var gone = command.request();
        return deletion.of(gone.organizationId(), gone.userId(), Outcome.silent());
    }
}
