package parlance.user.external;

import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.user.ExternalUser;
import parlance.kit.Rejection;
import parlance.kit.publish.Events;
import parlance.user.account.Account;
import parlance.user.account.AccountStore;
import parlance.user.account.Profile;
import parlance.user.account.UserRenderer;
import parlance.user.password.Passwords;

/** Finds the user of a trusted issuer's subject, or opens an account, without a password. */
@Singleton
public final class ExternalUsers {

    private static final int MIN_LOGIN = 3;
    private static final int MAX_LOGIN = 40;
    private static final int MAX_NAME = 20;

    private final ExternalIdentityStore identities;
    private final AccountStore accounts;
    private final UserRenderer shown;
    private final Passwords passwords;
    private final Events events;
    private final Clock clock;

    ExternalUsers(
            ExternalIdentityStore identities,
            AccountStore accounts,
            UserRenderer shown,
            Passwords passwords,
            Events events,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.shown = shown;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** See {@link ExternalUser}. */
    public User findOrOpen(ExternalUser who) {
        var id = identities.idOf(who, accounts.newId());
        var account = accounts.find(who.organizationId(), id).orElseGet(() -> open(who, id));
        if (account.suspended()) {
            throw new NotFoundException();
        }
        return shown.of(account);
    }

    private Account open(ExternalUser who, UserId id) {
        var hash = passwords.hash(UUID.randomUUID().toString());
        var account =
                logins(who, id)
                        .filter(login -> !accounts.hasLookAlike(who.organizationId(), id, login))
                        .map(login -> accounts.addOnce(accountOf(who, id, login, hash)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() -> new Rejection(USER_ALREADY_EXISTS));
        events.publish(account.saved());
        return account;
    }

    private Account accountOf(ExternalUser who, UserId id, String login, String hash) {
        var profile =
                new Profile(
                        login,
                        null,
                        null,
                        who.firstName() == null ? null : cut(who.firstName(), MAX_NAME),
                        who.lastName() == null ? null : cut(who.lastName(), MAX_NAME),
                        null);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Account.provisioned(id, who.organizationId(), profile, hash, now);
    }

    /** As wished; if another account has that, with the user's id behind it. */
    private static Stream<String> logins(ExternalUser who, UserId id) {
        var wished = cut(who.login(), MAX_LOGIN);
        var own = "-" + id;
        return Stream.of(wished, cut(wished, MAX_LOGIN - own.length()) + own)
                .filter(login -> login.length() >= MIN_LOGIN);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
