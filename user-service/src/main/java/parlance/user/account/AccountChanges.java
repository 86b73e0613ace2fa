package parlance.user.account;

import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.publish.Events;
import parlance.kit.retry.OptimisticRetry;

/** Changes accounts for others than their owners: administrators, and users who recovered one. */
@Singleton
public class AccountChanges {

    private final AccountStore accounts;
    private final OptimisticRetry retry;
    private final Events events;

    AccountChanges(AccountStore accounts, OptimisticRetry retry, Events events) {
        this.accounts = accounts;
        this.retry = retry;
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
        var changed = retry.run("accounts", () -> tryToChange(organizationId, id, change));
        changed.ifPresent(account -> events.publish(account.saved()));
        return changed;
    }

    /** The inner one is empty if there is no account, the outer one if its owner was faster. */
    private Optional<Optional<Account>> tryToChange(
            OrganizationId organizationId, UserId id, UnaryOperator<Account> change) {
        var found = accounts.find(organizationId, id);
        if (found.isEmpty()) {
            return Optional.of(found);
        }
        var changed = change.apply(found.get());
        return switch (accounts.replace(changed)) {
            case DONE -> Optional.of(Optional.of(changed));
            case TAKEN -> throw new Rejection(USER_ALREADY_EXISTS);
            case OVERTAKEN -> Optional.empty();
        };
    }
}
