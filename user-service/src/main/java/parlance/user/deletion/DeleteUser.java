package parlance.user.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.session.EndSessions;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;
import parlance.user.account.AccountStore;
import parlance.user.blocklist.BlockListChanges;
import parlance.user.contact.ContactBook;
import parlance.user.devicekey.DeviceKeyStore;

/**
 * Deletes the caller's account with all that is kept here; the other services hear of it. Each step
 * may be done twice, so an interrupted deletion is ended by the same command.
 */
@Singleton
@Answers(Route.USER_DELETE)
final class DeleteUser implements RequestHandler<DeleteUser.Request> {

    /** Whatever other states there were, this is the last one. */
    private static final long LAST_VERSION = Long.MAX_VALUE;

    record Request() {}

    private final AccountStore accounts;
    private final BlockListChanges blockLists;
    private final ContactBook contacts;
    private final DeviceKeyStore devices;

    DeleteUser(
            AccountStore accounts,
            BlockListChanges blockLists,
            ContactBook contacts,
            DeviceKeyStore devices) {
        this.accounts = accounts;
        this.blockLists = blockLists;
        this.contacts = contacts;
        this.devices = devices;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        var organization = caller.organizationId();
        // First what lets somebody in.
        accounts.remove(organization, caller.userId());
        blockLists.forget(caller.userId());
        contacts.forget(organization, caller.userId());
        devices.removeAll(organization, caller.userId());
        return Outcome.success()
                .unbind()
                .publish(new UserDeleted(caller.userId(), organization, LAST_VERSION))
                .forward(Route.END_SESSIONS, caller.userId().value(), all(caller))
                .forward(Route.LEAVE_ALL_CONVERSATIONS, caller.userId().value(), leave(caller));
    }

    private static EndSessions all(Caller caller) {
        return new EndSessions(caller.organizationId(), caller.userId(), null);
    }

    private static LeaveAllConversations leave(Caller caller) {
        return new LeaveAllConversations(caller.organizationId(), caller.userId());
    }
}
