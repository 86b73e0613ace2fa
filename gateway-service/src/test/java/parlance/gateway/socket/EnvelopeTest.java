package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Clients.errorIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Route;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.testing.client.ChatClient;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class EnvelopeTest {

    private static final String UNREADABLE =
            "{\"response\":{\"error\":{\"status\":400,"
                    + "\"message\":\"Bad request - invalid data format\"}}}";

    private ChatClient client;

    @BeforeEach
    void open() {
        client = Clients.open();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPingIsAnsweredUnderItsId() {
        client.sendText("{\"request\":{\"ping\":{},\"id\":7}}");

        assertThat(client.next()).hasToString("{\"response\":{\"id\":7,\"pong\":{}}}");
    }

    @Test
    void aRequestMayStandAtTopLevel() {
        client.sendText("{\"ping\":{},\"id\":\"a\"}");

        assertThat(client.next()).hasToString("{\"response\":{\"id\":\"a\",\"pong\":{}}}");
    }

    @Test
    void withoutAnIdTheReplyHasNone() {
        client.sendText("{\"ping\":{}}");

        assertThat(client.next()).hasToString("{\"response\":{\"pong\":{}}}");
    }

    @Test
    void aBinaryFrameIsTextAsWell() {
        client.sendBytes("{\"ping\":{},\"id\":\"é\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(client.next()).hasToString("{\"response\":{\"id\":\"é\",\"pong\":{}}}");
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        client.sendBytes(new byte[] {'{', (byte) 0xC3, '}'});

        assertThat(client.next()).hasToString(UNREADABLE);
    }

    @Test
    void anEmptyFrameIsIgnored() {
        client.sendText("");
        client.sendText("  ");

        client.receivesNothingMore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"request\":",
                "null",
                "7",
                "\"x\"",
                "[]",
                "{}",
                "{\"request\":null}",
                "{\"request\":\"ping\"}"
            })
    void whatIsNoPacketIsRefusedAndTheSocketStaysOpen(String frame) {
        client.sendText(frame);
        client.sendText(frame);

        assertThat(client.next()).hasToString(UNREADABLE);
        assertThat(client.next()).hasToString(UNREADABLE);
        client.receivesNothingMore();
    }

    @Test
    void anIdThatIsTooLongIsRefusedUnderThatId() {
        var id = "i".repeat(1_025);
        client.sendText("{\"request\":{\"ping\":{},\"id\":\"" + id + "\"}}");
        client.sendText("{\"message\":{\"id\":\"" + id + "\",\"cid\":\"k\"}}");

        var refused = client.next().path("response");
        assertThat(refused.path("id").asText()).isEqualTo(id);
        assertThat(refused.at("/error/message").asText())
                .isEqualTo("\"id\" length must be less than or equal to 1024 characters long");
        assertThat(client.next().at("/message/id").asText()).isEqualTo(id);
    }

    @Test
    void anUnknownNameIsNotFound() {
        client.sendText("{\"request\":{\"foo\":{},\"id\":5}}");
        client.sendText("{\"foo\":{\"id\":\"5\"}}");

        var notFound = "\"error\":{\"status\":404,\"message\":\"Route not found\"}}}";
        assertThat(client.next()).hasToString("{\"response\":{\"id\":5," + notFound);
        assertThat(client.next()).hasToString("{\"foo\":{\"id\":\"5\"," + notFound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"request\":{\"ping\":null,\"id\":1}}   | \"value\" is required",
                "{\"request\":{\"ping\":\"x\",\"id\":1}}  | \"value\" must be of type object",
                "{\"request\":{\"ping\":[],\"id\":1}}     | \"value\" must be of type object",
                "{\"request\":{\"connect\":7,\"id\":1}}   | \"value\" must be of type object",
                "{\"request\":{\"user_login\":\"\",\"id\":1}} | \"value\" must be of type object"
            })
    void aValueMustBeAnObject(String frame, String complaint) {
        client.sendText(frame);

        var answer = client.next().path("response");
        assertThat(answer.path("id").asInt()).isEqualTo(1);
        assertThat(errorIn(answer)).isEqualTo("422 " + complaint);
    }

    @Test
    void whatNeedsASessionIsRefusedWithoutOneWhateverItsValue() {
        Arrays.stream(Route.values())
                .filter(route -> route.needsAuthentication() && !route.isInternal())
                .forEach(route -> {
                    client.request(route.wireName(), null, "id-" + route);
                    var answer = client.reply("id-" + route).path("response");
                    assertThat(errorIn(answer)).as("%s", route).isEqualTo("401 Unauthorized.");
                });
    }

    @Test
    void aTopLevelRefusalHasTheNameAndTheInnerId() {
        client.sendText("{\"message\":{\"id\":\"m1\",\"cid\":\"c\"}}");

        assertThat(client.next())
                .hasToString(
                        "{\"message\":{\"id\":\"m1\","
                                + "\"error\":{\"status\":401,\"message\":\"Unauthorized.\"}}}");
    }
}
