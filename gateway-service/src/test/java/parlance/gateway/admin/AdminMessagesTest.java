package parlance.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static parlance.gateway.environment.Services.header;
import static parlance.gateway.environment.Services.text;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.anonymous;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;
import parlance.contracts.KeyHash;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class AdminMessagesTest {

    private static final String CONVERSATION = "65a0000000000000000000ad";
    private static final String ANN = "65a0000000000000000000aa";

    private final Services services = new Services();

    @AfterEach
    void close() {
        services.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /admin/message, message, message, 201",
        "POST, /admin/message/system, messageSystem, system_message, 201",
        "PUT, /admin/message/read, messageRead, message_read, 200",
        "PUT, /admin/message, messageEdit, message_edit, 200",
        "PUT, /admin/message/reaction, messageReaction, message_reactions_update, 200",
        "DELETE, /admin/message, messageDelete, message_delete, 200",
    })
    void aCallGoesTheWayOfThePacketOfItsSender(
            String method, String path, String wrapper, String command, int status) {
        var mark = UUID.randomUUID().toString();
        var payload = Map.of("id", mark, "cid", CONVERSATION, "mid", mark);

        var answer = sending(method, path, Map.of("senderId", ANN, wrapper, payload));
        var record = services.await(Topic.MESSAGE_COMMANDS, seen -> text(seen).contains(mark));
        services.reply(record, "{\"response\":{\"success\":true}}", Map.of());

        assertThat(header(record, RecordHeaderNames.COMMAND)).isEqualTo(command);
        assertThat(Json.tree(record.value())).isEqualTo(Json.mapper().valueToTree(payload));
        assertThat(header(record, RecordHeaderNames.USER)).isEqualTo(ANN);
        assertThat(header(record, RecordHeaderNames.LOGIN)).isEqualTo(GatewayEnvironment.LOGIN);
        assertThat(header(record, RecordHeaderNames.ORGANIZATION)).isEqualTo("default");
        answer.join().then().statusCode(status).body(equalTo("{\"success\":true}"));
    }

    @Test
    void theAckOfAMessageIsAnsweredAsItIs() {
        var mark = UUID.randomUUID().toString();
        var payload = Map.of("cid", CONVERSATION, "body", mark);

        var answer = sending("POST", "/admin/message", Map.of("senderId", ANN, "message", payload));
        var record = await(seen -> text(seen).contains(mark));
        var ack = "{\"ask\":{\"server_mid\":\"m\"},\"ack\":{\"server_mid\":\"m\"}}";
        services.reply(record, ack, Map.of());

        assertThat(record.partition()).isEqualTo(KeyHash.of(CONVERSATION).partition(3));
        assertThat(answer.join().asString()).isEqualTo(ack);
        assertThat(answer.join().header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void anErrorIsItsTextWithItsStatus() {
        var mark = UUID.randomUUID().toString();
        var payload = Map.of("cid", mark, "body", "x");

        var answer = sending("POST", "/admin/message", Map.of("senderId", ANN, "message", payload));
        services.reply(
                await(seen -> text(seen).contains(mark)),
                "{\"response\":{\"error\":{\"status\":404,\"message\":\"Conversation not found.\"}}}",
                Map.of());

        assertRefused(answer.join(), 404, "Conversation not found.");
    }

    @Test
    void nobodyWaitsForEver() {
        var answer =
                sending(
                        "PUT",
                        "/admin/message/read",
                        Map.of("senderId", ANN, "messageRead", Map.of("cid", CONVERSATION)));

        assertRefused(answer.join(), 504, "The request timed out.");
    }

    @Test
    void withoutTheKeyNothingIsDone() {
        var body = Json.write(Map.of("senderId", ANN, "message", Map.of("body", "no")));

        var keyless = anonymous().contentType(ContentType.JSON);
        assertRefused(keyless.body(body).post("/admin/message"), 401, "Unauthorized.");
        assertRefused(
                administrator("guess").body(body).post("/admin/message"), 401, "Unauthorized.");
    }

    @Test
    void whatACallLacksIsSaid() {
        assertRefused(call("POST", Map.of()), 422, "\"senderId\" is required");
        assertRefused(call("POST", Map.of("senderId", 5)), 422, "\"senderId\" must be a string");
        assertRefused(call("POST", Map.of("senderId", ANN)), 422, "\"message\" is required");
        assertRefused(call("PUT", Map.of("senderId", ANN)), 422, "\"messageEdit\" is required");
        assertRefused(
                call("POST", Map.of("senderId", ANN, "message", List.of())),
                422,
                "\"message\" must be of type object");
        assertRefused(
                call("POST", Map.of("senderId", GatewayEnvironment.NOBODY, "message", Map.of())),
                422,
                "We couldn't find the specified user.");
        assertRefused(
                call("POST", Map.of("senderId", "ann", "message", Map.of())),
                422,
                "We couldn't find the specified user.");
        assertRefused(
                administrator().body("{broken").post("/admin/message"),
                422,
                "\"senderId\" is required");
    }

    @ParameterizedTest
    @CsvSource({"GET, /admin/message", "POST, /admin/message/read", "PUT, /admin/nothing"})
    void whatTheProtocolDoesNotHaveIsNotFound(String method, String path) {
        var answer = administrator().noContentType().request(method, path);

        assertRefused(answer, 404, "Route not found");
    }

    private static Response call(String method, Map<String, ?> body) {
        return sending(method, "/admin/message", body).join();
    }

    private static CompletableFuture<Response> sending(
            String method, String path, Map<String, ?> body) {
        var request = administrator().body(Json.write(body));
        return CompletableFuture.supplyAsync(() -> request.request(method, path));
    }

    private ConsumerRecord<byte[], byte[]> await(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return services.await(Topic.MESSAGE_COMMANDS, wanted);
    }

    private static void assertRefused(Response answer, int status, String text) {
        answer.then().statusCode(status).body(equalTo(text)).contentType(startsWith("text/plain"));
    }
}
