package parlance.message.oplog;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListOperationsTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final CommandClient client = CommandClient.shared();

    @Inject OperationStore operations;

    private final Caller bob = person("bob");

    @Test
    void showsAnEntryInTheShapeOfTheContract() {
        log(325, NOW, "noon?");

        var entry = list(Map.of("gt", 0)).getFirst();

        assertThat(entry.get("_id").isIntegralNumber()).isTrue();
        assertThat(entry.get("_id").asLong()).isEqualTo(325);
        assertThat(entry.get("user_id").asText()).isEqualTo(bob.userId().value());
        assertThat(entry.at("/packet/message/body").asText()).isEqualTo("noon?");
        assertThat(Instant.parse(entry.get("created_at").asText())).isEqualTo(NOW);
    }

    @Test
    void filtersByTimeStrictlyOnOneSideOrBoth() {
        for (int second = 1; second <= 4; second++) {
            log(second, NOW.minusSeconds(10 - second), "" + second);
        }
        var first = NOW.minusSeconds(9).toString();
        var fourth = NOW.minusSeconds(6).toString();

        assertThat(bodiesOf(list(Map.of("gt", first)))).containsExactly("2", "3", "4");
        assertThat(bodiesOf(list(Map.of("lt", fourth)))).containsExactly("1", "2", "3");
        assertThat(bodiesOf(list(Map.of("gt", first, "lt", fourth)))).containsExactly("2", "3");
    }

    @Test
    void pagesThroughManyWithoutLosingAny() {
        for (int i = 0; i < 230; i++) {
            log(i, NOW.minusMillis(1_000 - i), "" + i);
        }

        var seen = new ArrayList<JsonNode>();
        var page = list(Map.of("gt", 0));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(100);
            seen.addAll(page);
            page = list(Map.of("gt", page.getLast().get("created_at").asText()));
        }

        assertThat(seen).hasSize(230);
        assertThat(seen.stream().map(entry -> entry.get("_id").asLong()).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void showsNobodyElsesEntriesAndNoExpiredOnes() {
        log(1, NOW.minus(Duration.ofDays(14)).minusSeconds(1), "expired");
        log(2, NOW.minus(Duration.ofDays(14)).plusSeconds(60), "not yet");

        assertThat(bodiesOf(list(Map.of("gt", 0)))).containsExactly("not yet");
        assertThat(Missing.log(client, person("eve"), Missing.EVERYTHING)).isEmpty();
    }

    @Test
    void refusesWhatNamesNoTime() {
        for (var request :
                List.of(
                        Map.of(),
                        Map.of("created_at", Map.of()),
                        Map.of("created_at", "2026-01-01"),
                        Map.of("created_at", Map.of("gt", "yesterday")))) {
            var answer = client.ask(Route.OP_LOG_LIST, bob, request);
            assertThat(answer.errorStatus()).isEqualTo(422);
            assertThat(answer.errorText()).isEqualTo("Gt or lt query missed.");
        }
    }

    private void log(long number, Instant at, String body) {
        var packet = new RawJson(Missing.packet(body));
        operations.add(
                List.of(new Operation(bob.userId(), Missing.position(), number, at, packet)));
    }

    private List<JsonNode> list(Map<String, Object> times) {
        return Missing.log(client, bob, Map.of("created_at", times));
    }

    private static List<String> bodiesOf(List<JsonNode> log) {
        return log.stream().map(entry -> entry.at("/packet/message/body").asText()).toList();
    }
}
