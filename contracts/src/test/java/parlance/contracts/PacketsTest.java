package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"c-1\"", "7", "\"7\"", "\"quote \\\" inside\""})
    void aResponseEchoesTheIdAsItCame(String id) {
        assertThat(Packets.response(id, Map.of("success", true)))
                .isEqualTo("{\"response\":{\"id\":" + id + ",\"success\":true}}");
    }

    @Test
    void withoutAnIdThereIsNoKeyForIt() {
        assertThat(Packets.response(null, Map.of("success", true)))
                .isEqualTo("{\"response\":{\"success\":true}}");
    }

    @Test
    void anEmptyBodyLeavesNoComma() {
        assertThat(Packets.response("1", Map.of())).isEqualTo("{\"response\":{\"id\":1}}");
        assertThat(Packets.response(null, Map.of())).isEqualTo("{\"response\":{}}");
    }

    @Test
    void anErrorTakesTheFormOfItsRequest() {
        var errorBody = ErrorCode.FORBIDDEN.failure();
        var error = "\"error\":{\"status\":403,\"message\":\"Forbidden.\"}";

        assertThat(Packets.error(EnvelopeForm.ENVELOPED, "message", "\"m1\"", errorBody))
                .isEqualTo("{\"response\":{\"id\":\"m1\"," + error + "}}");
        assertThat(Packets.error(EnvelopeForm.TOP_LEVEL, "message", "\"m1\"", errorBody))
                .isEqualTo("{\"message\":{\"id\":\"m1\"," + error + "}}");
        assertThat(Packets.error(EnvelopeForm.TOP_LEVEL, "foo", null, errorBody))
                .isEqualTo("{\"foo\":{" + error + "}}");
    }

    @Test
    void aNameThatAClientMadeUpCannotBreakThePacket() {
        var packet =
                Packets.error(
                        EnvelopeForm.TOP_LEVEL, "a\"b", null, ErrorCode.ROUTE_NOT_FOUND.failure());

        assertThat(Json.read(packet, Map.class)).containsOnlyKeys("a\"b");
    }

    @Test
    void theUnreadableHasNoId() {
        assertThat(Packets.unreadable())
                .isEqualTo(
                        "{\"response\":{\"error\":{\"status\":400,"
                                + "\"message\":\"Bad request - invalid data format\"}}}");
    }
}
