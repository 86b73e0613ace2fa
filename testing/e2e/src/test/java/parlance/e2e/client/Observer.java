package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/** A user who is subscribed to another user's presence, with a connection of each dialect. */
public record Observer(Person watched, ChatClient seed, ChatClient client) {

    /** Watches from now on; both of the observer's connections are at {@code dial}. */
    public static Observer watches(
            Person observer, Person watched, WebSocketDialer webSocketDialer) {
        var seed = observer.connects("seed", webSocketDialer.dialect("seed")).socket;
        var client = observer.connects("client", webSocketDialer.dialect("client")).socket;
        var both = new Observer(watched, seed, client);
        var request = Map.of("id", watched.id());
        both.isOnline(seed.get("user_last_activity_subscribe", request), "\"online\"");
        both.isOnline(client.get("user_last_activity_subscribe", request), "0");
        return both;
    }

    /** The next news, on both connections: the watched one is there. */
    public void isToldOnline() {
        assertThat(next(seed)).hasToString("\"online\"");
        assertThat(next(client)).hasToString("0");
    }

    /**
     * The watched one is there, for all that is told, until away for good.
     *
     * @return how often it was told, on one connection
     */
    public int isToldOfflineAfterRepeats() {
        for (int repeats = 0; ; repeats++) {
            var news = next(seed);
            if (news.isNumber()) {
                return repeats;
            }
            assertThat(news).hasToString("\"online\"");
        }
    }

    /** The next news, on both connections: the watched one is away, since then. */
    public long isToldOffline(Duration limit) {
        var since = valueIn(seed.next("last_activity", limit));
        assertThat(since.asLong()).as("%s", since).isGreaterThan(1_700_000_000);
        assertThat(next(client)).isEqualTo(since);
        return since.asLong();
    }

    /** Nothing beside the packets that were waited for has come so far. */
    public void hasHeardNothingElse() {
        for (var socket : List.of(seed, client)) {
            assertThat(socket.unread()).filteredOn(packet -> packet.has("last_activity")).isEmpty();
        }
    }

    private void isOnline(JsonNode response, String value) {
        assertThat(valueIn(response.path("last_activity"))).hasToString(value);
    }

    private JsonNode next(ChatClient socket) {
        return valueIn(socket.next("last_activity"));
    }

    private JsonNode valueIn(JsonNode lastActivity) {
        return lastActivity.path(watched.id());
    }
}
