package parlance.user.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import parlance.contracts.user.Credentials;
import parlance.contracts.user.NewPassword;
import parlance.contracts.user.User;
import parlance.user.password.Passwords;

/** What auth-service asks about passwords, which it never keeps. */
@Path("/internal/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalPasswords {

    private final AccountStore accounts;
    private final ShownUsers shown;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final Clock clock;

    InternalPasswords(
            AccountStore accounts,
            ShownUsers shown,
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
    @POST
    @Path("/verify")
    public User verify(Credentials credentials) {
        var password = credentials.password();
        var account = accounts.findByLogin(credentials.organizationId(), credentials.login());
        if (account.isEmpty()) {
            passwords.matchesNobody(password);
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
    @PUT
    @Path("/password")
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
