package parlance.message.oplog;

import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import parlance.contracts.Caller;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;

/** Packets that somebody misses in a test, and what is found of them. */
final class Missing {

    static final Map<String, Object> EVERYTHING = Map.of("created_at", Map.of("gt", 0));

    private static final AtomicLong OFFSETS = new AtomicLong();

    private Missing() {}

    static Position position() {
        return new Position("toy.commands-1", OFFSETS.incrementAndGet(), 1);
    }

    static OfflineDelivery of(Caller user, String packet) {
        return new OfflineDelivery(
                new RawJson(packet),
                position(),
                List.of(user.userId()),
                null,
                Set.of(OfflinePolicy.LOG));
    }

    static String packet(String body) {
        return "{\"message\":{\"body\":\"" + body + "\"}}";
    }

    /** The user's log, once it has that many entries. */
    static List<JsonNode> awaitLog(CommandClient client, Caller user, int entries) {
        await().untilAsserted(() -> {
            var found = log(client, user, EVERYTHING);
            if (found.size() < entries) {
                throw new AssertionError("only " + found);
            }
        });
        return log(client, user, EVERYTHING);
    }

    static List<JsonNode> log(CommandClient client, Caller user, Object request) {
        var logs = new ArrayList<JsonNode>();
        client.ask(Route.OP_LOG_LIST, user, request).response().get("logs").forEach(logs::add);
        return logs;
    }
}
