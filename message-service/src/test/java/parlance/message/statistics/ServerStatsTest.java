package parlance.message.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.anonymous;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parlance.contracts.KeyHash;
import parlance.contracts.PreassignedId;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.message.document.HistoryFixture;
import parlance.message.document.HistoryStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ServerStatsTest {

    @Inject ConversationFixture conversationFixture;
    @Inject HistoryFixture historyFixture;
    @Inject HistoryStore history;

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
        var plain = administrator().get("/admin/server-stats");
        var formatted = administrator().get("/admin/server-stats?format=1");

        plain.then().statusCode(200);
        assertThat(plain.as(JsonNode.class).path("uptime").isIntegralNumber()).isTrue();
        assertThat(plain.as(JsonNode.class).path("online_users").asLong())
                .isEqualTo(OtherServices.ONLINE);
        assertThat(plain.as(JsonNode.class).properties())
                .extracting(Map.Entry::getKey)
                .contains("messages_per_minute", "messages_per_hour", "messages_per_day");
        assertThat(formatted.as(JsonNode.class).path("uptime").asText())
                .matches("0d 0h \\d+m \\d+s");
        anonymous().get("/admin/server-stats").then().statusCode(401);
    }

    @Test
    void anUptimeForPeople() {
        var time = Duration.ofDays(3).plusHours(4).plusMinutes(5).plusSeconds(6);

        assertThat(ServerStats.textOf(time)).isEqualTo("3d 4h 5m 6s");
    }

    private void said(String... times) {
        var ann = person("ann");
        for (var time : times) {
            var team = conversationFixture.begin(group(ann));
            var hash = KeyHash.of(team.id().value());
            var id = PreassignedId.mint(Instant.parse(time), hash, new SplittableRandom());
            historyFixture.saysUnder(id, team, ann);
        }
    }

    private MessageCounts countsAt(String now) {
        return new MessageCounts(history, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
