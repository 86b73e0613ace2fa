package parlance.user.account;

import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.publish.Events;

/** Changes accounts for others than their owners: administrators, and whoever recovered one. */
@Singleton
public class AccountChanges {

    private final AccountStore accounts;
    private final Events events;

    AccountChanges(AccountStore accounts, Events events) {
        this.accounts = accounts;
        this.events = events;
    }

    /**
     * The account as it is from now on, of which the other services have heard; empty if there is
     * none.
     *
     * @param change made again, on the newer account, if the owner is faster
     */
    public Optional<Account> change(
            OrganizationId organizationId, UserId id, UnaryOperator<Account> change) {
        while (true) {
            var found = accounts.find(organizationId, id);
            if (found.isEmpty()) {
                return found;
            }
            var changed = change.apply(found.get());
            switch (accounts.replace(changed)) {
                case DONE -> {
                    events.publish(changed.saved());
                    return Optional.of(changed);
                }
                case TAKEN -> throw new Rejection(USER_ALREADY_EXISTS);
                case OVERTAKEN -> {}
            }
        }
    }
}
