package parlance.message.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.KeyHash;
import parlance.contracts.MintedId;
import parlance.message.OtherServices;
import parlance.message.Talk;
import parlance.message.message.Crowd;
import parlance.message.message.HistoryStore;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ServerStatsTest {

    @Inject Talk talk;
    @Inject Crowd crowd;
    @Inject HistoryStore history;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "parlance.admin.api-key")
    String key;

    @Test
    void countsWhatTheLastWholeMinuteHourAndDayBrought() {
        said("2001-02-03T23:59:59Z", "2001-02-04T09:15:00Z", "2001-02-04T10:29:00Z");
        said("2001-02-04T10:29:59Z", "2001-02-04T10:30:00Z");

        var counts = countsAt("2001-02-04T10:30:20Z");

        assertThat(counts.lastWhole(ChronoUnit.MINUTES)).isEqualTo(2);
        assertThat(counts.lastWhole(ChronoUnit.HOURS)).isEqualTo(1);
        assertThat(countsAt("2001-02-05T00:00:20Z").lastWhole(ChronoUnit.DAYS)).isEqualTo(4);
        said("2001-02-04T10:29:30Z");
        assertThat(counts.lastWhole(ChronoUnit.MINUTES)).isEqualTo(2);
    }

    @Test
    void beforeTheFirstWholeOneThereIsNothingToTell() {
        said("2000-06-01T10:29:30Z");

        assertThat(countsAt("2000-06-01T10:30:20Z").lastWhole(ChronoUnit.MINUTES)).isNull();
        assertThat(countsAt("2000-06-01T10:31:20Z").lastWhole(ChronoUnit.MINUTES)).isZero();
    }

    @Test
    void aWindowThatHasJustEndedIsLookedAtAgain() {
        said("2001-05-04T10:00:00Z", "2001-05-04T10:29:30Z");
        var counts = countsAt("2001-05-04T10:30:01Z");
        assertThat(counts.lastWhole(ChronoUnit.MINUTES)).isEqualTo(1);

        said("2001-05-04T10:29:59Z");

        assertThat(counts.lastWhole(ChronoUnit.MINUTES)).isEqualTo(2);
    }

    @Test
    void administratorsSeeTheNumbers() {
        var plain = get("/admin/server-stats", Map.of("admin-api-key", key));
        var formatted = get("/admin/server-stats?format=1", Map.of("admin-api-key", key));

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.json().path("uptime").isIntegralNumber()).isTrue();
        assertThat(plain.json().path("online_users").asLong()).isEqualTo(OtherServices.ONLINE);
        assertThat(plain.json().properties())
                .extracting(Map.Entry::getKey)
                .contains("messages_per_minute", "messages_per_hour", "messages_per_day");
        assertThat(formatted.json().path("uptime").asText()).matches("0d 0h \\d+m \\d+s");
        assertThat(get("/admin/server-stats", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void anUptimeForPeople() {
        var time = Duration.ofDays(3).plusHours(4).plusMinutes(5).plusSeconds(6);

        assertThat(ServerStats.textOf(time)).isEqualTo("3d 4h 5m 6s");
    }

    private void said(String... times) {
        var ann = person("ann");
        for (var time : times) {
            var team = talk.begin(group(ann));
            var hash = KeyHash.of(team.id().value());
            var id = MintedId.mint(Instant.parse(time), hash, new SplittableRandom());
            crowd.saysUnder(id, team, ann);
        }
    }

    private MessageCounts countsAt(String now) {
        return new MessageCounts(history, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private Answer get(String path, Map<String, String> headers) {
        return new HttpDoor(URI.create("http://127.0.0.1:" + port)).get(path, headers);
    }
}
