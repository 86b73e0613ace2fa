package parlance.user.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import parlance.contracts.user.User;
import parlance.internalapi.user.Credentials;
import parlance.internalapi.user.NewPassword;
import parlance.user.password.Passwords;

/** What auth-service asks about passwords, which it never keeps. */
@Singleton
public final class InternalPasswords {

    private final AccountStore accounts;
    private final UserRenderer shown;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final Clock clock;

    InternalPasswords(
            AccountStore accounts,
            UserRenderer shown,
            AccountChanges changes,
            Passwords passwords,
            Clock clock) {
        this.accounts = accounts;
        this.shown = shown;
        this.changes = changes;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** See {@link Credentials}. Takes the same time whether or not the login is known. */
    public User verify(Credentials credentials) {
        var password = credentials.password();
        var account = accounts.findByLogin(credentials.organizationId(), credentials.login());
        if (account.isEmpty()) {
            passwords.matchesNoUser(password);
            throw new NotFoundException();
        }
        if (!passwords.matches(password, account.get().passwordHash())
                || account.get().suspended()) {
            throw new NotFoundException();
        }
        renewOutdatedHash(account.get(), password);
        return shown.of(account.get());
    }

    /** See {@link NewPassword}. */
    public void change(NewPassword request) {
        var hash = passwords.hash(request.password());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var changed =
                changes.change(
                        request.organizationId(),
                        request.userId(),
                        account -> account.changed(account.profile(), hash, now));
        if (changed.isEmpty()) {
            throw new NotFoundException();
        }
    }

    private void renewOutdatedHash(Account account, String password) {
        if (passwords.isOutdated(account.passwordHash())) {
            accounts.replaceHash(account, passwords.hash(password));
        }
    }
}
