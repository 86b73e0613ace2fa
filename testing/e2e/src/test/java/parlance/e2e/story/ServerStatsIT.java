package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Administrator;

/** {@code GET /admin/server-stats}: protocol 3.11. */
class ServerStatsIT {

    private final Administrator admin = new Administrator();

    @Test
    void whoeverIsConnectedCountsAsOnline() throws Exception {
        story((ann, bob) ->
                await().untilAsserted(() ->
                        assertThat(stats("").path("online_users").asLong())
                                .isGreaterThanOrEqualTo(2)));
    }

    @Test
    void theUptimeIsInSecondsOrForPeople() {
        assertThat(stats("").path("uptime").asLong()).isPositive();
        assertThat(stats("?format=1").path("uptime").asText()).matches("\\d+d \\d+h \\d+m \\d+s");
    }

    @Test
    void noDayIsOverYet() {
        assertThat(stats("").fieldNames())
                .toIterable()
                .contains("messages_per_minute", "messages_per_hour", "messages_per_day");
        assertThat(stats("").path("messages_per_day").isNull()).isTrue();
    }

    private JsonNode stats(String query) {
        return admin.does("GET", "/admin/server-stats" + query, Map.of());
    }
}
