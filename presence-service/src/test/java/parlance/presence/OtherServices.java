package parlance.presence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.user.BlockLists;
import parlance.internalapi.user.BlockLists.BlockedBy;
import parlance.internalapi.user.BlockQuery;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;
import parlance.testing.services.StandIn;

/**
 * user-service for tests: every id is a user of the organization that asks, unless it begins with
 * {@code dead}; one that begins with {@code beef} is of another organization. And
 * conversation-service, which knows no conversation that is not in the directory.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** Since when users are away who were never here. */
    public static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .answer("/internal/users/find", UserQuery.class, OtherServices::users)
                        .answer("/internal/blocks/find", BlockQuery.class, OtherServices::blocks);
        var url = services.url();
        return Map.of(
                "parlance.conversation.url", url,
                "parlance.user.url", url,
                "parlance.presence.debounce", "1s",
                // By hand, where a test wants it.
                "parlance.presence.walk", "2h",
                "parlance.presence.typing.burst", "5",
                "parlance.presence.typing.every", "1h");
    }

    private static Users users(UserQuery query) {
        var known =
                query.ids().stream()
                        .filter(id -> isKnown(id, query.organizationId()))
                        .map(id ->
                                new User(
                                        id,
                                        id,
                                        "login-" + id,
                                        null,
                                        null,
                                        null,
                                        null,
                                        BORN.getEpochSecond(),
                                        BORN,
                                        BORN))
                        .toList();
        return new Users(known);
    }

    private static boolean isKnown(UserId id, OrganizationId organization) {
        return !id.value().startsWith("dead")
                && (!id.value().startsWith("beef") || organization.value().equals("another"));
    }

    /** No user blocks another one, except as written in Redis. */
    private static BlockLists blocks(BlockQuery query) {
        return new BlockLists(
                query.ids().stream().map(id -> new BlockedBy(id, List.of())).toList());
    }

    @Override
    public void stop() {
        services.close();
    }
}
