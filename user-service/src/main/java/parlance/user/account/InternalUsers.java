package parlance.user.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import parlance.contracts.user.EmailQuery;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;

/** What other services ask about users; they keep no copy of their own. */
@Path("/internal/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalUsers {

    private final AccountStore accounts;
    private final ShownUsers shown;

    InternalUsers(AccountStore accounts, ShownUsers shown) {
        this.accounts = accounts;
        this.shown = shown;
    }

    /** See {@link UserQuery}. */
    @POST
    @Path("/find")
    public Users find(UserQuery query) {
        return answer(query, accounts.find(query.organizationId(), query.ids()));
    }

    /** The same for signing in: those who are suspended are skipped as well. */
    @POST
    @Path("/find-active")
    public Users findActive(UserQuery query) {
        return answer(
                query,
                accounts.find(query.organizationId(), query.ids()).stream()
                        .filter(account -> !account.suspended())
                        .toList());
    }

    /** See {@link EmailQuery}. */
    @POST
    @Path("/find-by-email")
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
