package parlance.user.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.internalapi.user.Users;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.kit.limit.RateLimitStore;

/** Finds users of the caller's organization by a piece of their login or names. */
@Singleton
@HandlesRoute(Route.USER_SEARCH)
final class SearchUsers implements RequestHandler<SearchUsers.Request> {

    record Request(
            @NotNull @Size(min = 1, max = 255) String keyword,
            @Min(1) @Max(100) @Nullable Integer limit,
            @JsonProperty("updated_at") @Nullable Since updatedAt,
            @JsonProperty("ignore_ids") @Nullable List<UserId> ignored) {}

    record Since(@JsonProperty("gt") @Nullable Instant after) {}

    private static final Comparator<Account> ORDER =
            Comparator.comparing(SearchUsers::firstName)
                    .reversed()
                    .thenComparing(SearchUsers::lastName)
                    .thenComparing(account -> account.profile().login());

    private final AccountSearchStore accounts;
    private final UserRenderer shown;
    private final SearchConfig config;
    private final RateLimitStore limits;

    SearchUsers(
            AccountSearchStore accounts,
            UserRenderer shown,
            SearchConfig config,
            RateLimitStore limits) {
        this.accounts = accounts;
        this.shown = shown;
        this.limits = limits;
        this.config = config;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        limits.take("search", command.caller().userId().value(), config.perUser());
        var request = command.request();
        var since = request.updatedAt() == null ? null : request.updatedAt().after();
        var candidates =
                accounts.find(
                        command.caller().organizationId(),
                        NGrams.mustHave(request.keyword()),
                        since,
                        leftOut(command));
        var found =
                candidates.stream()
                        .filter(account -> NGrams.matches(account.profile(), request.keyword()))
                        .sorted(ORDER)
                        .limit(limitOf(request))
                        .toList();
        return HandlerResult.reply(new Users(shown.of(command.caller().organizationId(), found)));
    }

    private int limitOf(Request request) {
        var wanted = request.limit() == null ? config.defaultLimit() : request.limit();
        return Math.min(wanted, config.max());
    }

    /** The caller is not among the results. */
    private static List<UserId> leftOut(Command<Request> command) {
        var ids = new ArrayList<>(List.of(command.caller().userId()));
        if (command.request().ignored() != null) {
            ids.addAll(command.request().ignored());
        }
        return ids;
    }

    private static String firstName(Account account) {
        var name = account.profile().firstName();
        return name == null ? "" : name;
    }

    private static String lastName(Account account) {
        var name = account.profile().lastName();
        return name == null ? "" : name;
    }
}
