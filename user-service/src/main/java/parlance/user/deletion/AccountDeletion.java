package parlance.user.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.session.EndSessions;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.kit.HandlerResult;
import parlance.user.account.AccountStore;
import parlance.user.account.SessionCutStore;
import parlance.user.blocklist.BlockListChanges;
import parlance.user.contact.ContactImporter;
import parlance.user.devicekey.DeviceKeyStore;
import parlance.user.external.ExternalIdentityStore;

/**
 * Removes a user with all that is kept here; the other services hear of it. Each step may be done
 * twice, so an interrupted deletion is ended by the same command.
 */
@Singleton
class AccountDeletion {

    /** Whatever other states there were, this is the last one. */
    private static final long LAST_VERSION = Long.MAX_VALUE;

    private final AccountStore accounts;
    private final ExternalIdentityStore identities;
    private final BlockListChanges blockLists;
    private final ContactImporter contacts;
    private final DeviceKeyStore devices;
    private final SessionCutStore sessions;

    AccountDeletion(
            AccountStore accounts,
            ExternalIdentityStore identities,
            BlockListChanges blockLists,
            ContactImporter contacts,
            DeviceKeyStore devices,
            SessionCutStore sessions) {
        this.accounts = accounts;
        this.identities = identities;
        this.blockLists = blockLists;
        this.contacts = contacts;
        this.devices = devices;
        this.sessions = sessions;
    }

    /** What follows elsewhere, added to the answer. */
    HandlerResult of(OrganizationId organization, UserId user, HandlerResult answer) {
        // First what lets somebody in.
        identities.forget(organization, user);
        accounts.remove(organization, user);
        sessions.all(user);
        blockLists.forget(user);
        contacts.forget(organization, user);
        devices.removeAll(organization, user);
        return answer.publish(new UserDeleted(user, organization, LAST_VERSION))
                .forward(
                        Route.END_SESSIONS, user.value(), new EndSessions(organization, user, null))
                .forward(
                        Route.LEAVE_ALL_CONVERSATIONS,
                        user.value(),
                        new LeaveAllConversations(organization, user));
    }
}
