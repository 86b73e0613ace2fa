package parlance.user.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import parlance.contracts.user.User;
import parlance.internalapi.user.EmailQuery;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;

/** What other services ask about users; they keep no copy of their own. */
@Singleton
public final class InternalUsers {

    private final AccountStore accounts;
    private final UserRenderer shown;

    InternalUsers(AccountStore accounts, UserRenderer shown) {
        this.accounts = accounts;
        this.shown = shown;
    }

    /** See {@link UserQuery}. */
    public Users find(UserQuery query) {
        return answer(query, accounts.find(query.organizationId(), query.ids()));
    }

    /** The same for signing in: those who are suspended are skipped as well. */
    public Users findActive(UserQuery query) {
        return answer(
                query,
                accounts.find(query.organizationId(), query.ids()).stream()
                        .filter(account -> !account.suspended())
                        .toList());
    }

    /** See {@link EmailQuery}. */
    public User findByEmail(EmailQuery query) {
        return accounts.findByEmail(query.organizationId(), query.email())
                .map(Account::user)
                .orElseThrow(NotFoundException::new);
    }

    private Users answer(UserQuery query, List<Account> found) {
        return new Users(
                query.shown()
                        ? shown.of(query.organizationId(), found)
                        : found.stream().map(Account::user).toList());
    }
}
