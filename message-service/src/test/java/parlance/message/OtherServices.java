package parlance.message;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.Json;
import parlance.contracts.presence.OnlineCount;
import parlance.contracts.user.BlockLists;
import parlance.contracts.user.BlockLists.BlockedBy;
import parlance.contracts.user.BlockQuery;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;
import parlance.testing.services.StandIn;
import parlance.testing.services.StandIn.Failure;

/**
 * conversation-service for tests: what was PUT under a path is answered to a POST there, and 404
 * before that; and user-service, to which every id is a user's unless it begins with {@code dead};
 * and presence-service, which counts.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** How many users presence-service says are online. */
    public static final long ONLINE = 3;

    private static final Failure NOT_FOUND = new Failure(404);

    private final Map<String, Object> answers = new ConcurrentHashMap<>();
    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .handle("/", this::remember)
                        .answer("/internal/users/find", UserQuery.class, OtherServices::users)
                        .answer("/internal/blocks/find", BlockQuery.class, OtherServices::blocks)
                        .handle(
                                "/internal/online/count",
                                exchange -> StandIn.reply(exchange, new OnlineCount(ONLINE)));
        var url = services.url();
        return Map.of(
                "parlance.conversation.url", url,
                "parlance.user.url", url,
                "parlance.presence.url", url);
    }

    /** Nobody blocks anybody, but for what is in Redis. */
    private static BlockLists blocks(BlockQuery query) {
        return new BlockLists(
                query.ids().stream().map(id -> new BlockedBy(id, List.of())).toList());
    }

    private static Users users(UserQuery query) {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        return new Users(
                query.ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(id -> new User(id, id, "u", null, null, null, null, 0, born, born))
                        .toList());
    }

    private void remember(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            answers.put(path, Json.tree(exchange.getRequestBody().readAllBytes()));
        }
        StandIn.reply(exchange, answers.getOrDefault(path, NOT_FOUND));
    }

    @Override
    public void stop() {
        services.close();
    }
}
