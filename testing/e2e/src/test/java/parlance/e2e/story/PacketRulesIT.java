package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.stranger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Route;
import parlance.e2e.client.Person;
import parlance.testing.client.ChatClient;

/** Protocol 1.2 to 1.4: what a packet must look like, and who may send it. */
class PacketRulesIT {

    private static final String INVALID =
            """
            {"response":{"error":{"status":400,"message":"Bad request - invalid data format"}}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"request\":",
                "{} {}",
                "null",
                "5",
                "\"text\"",
                "[]",
                "{}",
                "{\"request\":null}",
                "{\"request\":5}",
                "{\"request\":[]}"
            })
    void whatIsNoPacketIsAnsweredAndTheSocketStaysOpen(String frame) throws Exception {
        stranger(socket -> {
            socket.sendText(frame);
            assertThat(socket.next()).isEqualTo(json(INVALID));

            socket.sendText(frame);
            assertThat(socket.next()).isEqualTo(json(INVALID));
            socket.receivesNothingMore();
        });
    }

    @Test
    void anEmptyFrameIsIgnored() throws Exception {
        stranger(socket -> {
            socket.sendText("");
            socket.receivesNothingMore();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'request':{'foo':{},'id':'5'}}  | {'response':{'id':'5','error':{'status':404,'message':'Route not found'}}}",
                "{'request':{'foo':{},'id':5}}    | {'response':{'id':5,'error':{'status':404,'message':'Route not found'}}}",
                "{'request':{'foo':{}}}           | {'response':{'error':{'status':404,'message':'Route not found'}}}",
                "{'foo':{'id':'5'}}               | {'foo':{'id':'5','error':{'status':404,'message':'Route not found'}}}",
                "{'foo':{},'id':'6'}              | {'foo':{'id':'6','error':{'status':404,'message':'Route not found'}}}",
                "{'conversation_change':{'id':'5'}} | {'conversation_change':{'id':'5','error':{'status':404,'message':'Route not found'}}}"
            })
    void anUnknownNameIsAnsweredInTheFormOfTheRequest(String packet, String answer)
            throws Exception {
        stranger(socket -> {
            socket.sendText(packet.replace('\'', '"'));
            assertThat(socket.next()).isEqualTo(json(answer.replace('\'', '"')));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'request':{'id':7,'ping':{}}}",
                "{'request':{'ping':{},'id':7}}",
                "{'ping':{},'id':7}",
                "{'id':7,'ping':{}}",
                "{'request':{'ping':{},'id':7,'zzz':1},'more':2}"
            })
    void theNameMayStandInEitherFormAndInAnyPlace(String packet) throws Exception {
        stranger(socket -> {
            socket.sendText(packet.replace('\'', '"'));
            assertThat(socket.next()).isEqualTo(json("{\"response\":{\"id\":7,\"pong\":{}}}"));
        });
    }

    @Test
    void withoutAnIdTheReplyHasNone() throws Exception {
        stranger(socket -> {
            socket.sendText("{\"request\":{\"ping\":{}}}");
            assertThat(socket.next()).isEqualTo(json("{\"response\":{\"pong\":{}}}"));
        });
    }

    @Test
    void aBinaryFrameIsReadAsText() throws Exception {
        stranger(socket -> {
            socket.sendBytes("{\"ping\":{},\"id\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.next()).isEqualTo(json("{\"response\":{\"id\":\"ü\",\"pong\":{}}}"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"text\"", "[]"})
    void aValueOfTheWrongTypeIsAValidationError(String value) throws Exception {
        stranger(socket -> {
            socket.sendText("{\"request\":{\"user_create\":" + value + ",\"id\":\"c\"}}");
            var response = socket.reply("c").path("response");
            assertThat(response.path("error").path("status").asInt()).isEqualTo(422);
            assertThat(response.path("error").path("message").isTextual()).isTrue();
        });
    }

    @Test
    void aFrameOverOneMebibyteClosesTheSocket() throws Exception {
        stranger(socket -> {
            socket.sendText("{\"ping\":{\"x\":\"" + "x".repeat(1024 * 1024) + "\"}}");
            assertThat(socket.awaitClosing(Duration.ofSeconds(20)).code()).isEqualTo(1009);
        });
    }

    @Test
    void nobodyIsServedBeforeSigningIn() throws Exception {
        stranger(socket -> {
            for (var name : namesThatNeedAuthentication().toList()) {
                // Nothing of it is valid: who asks is looked at before what is asked.
                var id = ChatClient.newId();
                socket.request(name, 5, id);
                Person.assertError(socket.reply(id).path("response"), 401, "Unauthorized.");

                socket.send(Map.of(name, Map.of(), "id", id));
                Person.assertError(socket.reply(id).path(name), 401, "Unauthorized.");
            }
            socket.receivesNothingMore();
        });
    }

    private static Stream<String> namesThatNeedAuthentication() {
        return Arrays.stream(Route.values())
                .filter(route -> !route.isInternal() && route.needsAuthentication())
                .map(Route::wireName);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
