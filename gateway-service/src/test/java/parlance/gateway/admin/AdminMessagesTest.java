package parlance.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.world.Services.header;
import static parlance.gateway.world.Services.text;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Headers;
import parlance.contracts.Json;
import parlance.contracts.KeyHash;
import parlance.contracts.Topic;
import parlance.gateway.world.Clients;
import parlance.gateway.world.Services;
import parlance.gateway.world.World;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;

@QuarkusTest
@WithTestResource(World.class)
class AdminMessagesTest {

    private static final String CONVERSATION = "65a0000000000000000000ad";
    private static final String ANN = "65a0000000000000000000aa";

    private final HttpDoor door = Clients.http();
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

        assertThat(header(record, Headers.COMMAND)).isEqualTo(command);
        assertThat(Json.tree(record.value())).isEqualTo(Json.mapper().valueToTree(payload));
        assertThat(header(record, Headers.USER)).isEqualTo(ANN);
        assertThat(header(record, Headers.LOGIN)).isEqualTo(World.LOGIN);
        assertThat(header(record, Headers.ORGANIZATION)).isEqualTo("default");
        assertThat(answer.join().status()).isEqualTo(status);
        assertThat(answer.join().text()).isEqualTo("{\"success\":true}");
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
        assertThat(answer.join().text()).isEqualTo(ack);
        assertThat(answer.join().header("Content-Type")).contains("application/json");
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

        assertRefused(door.postJson("/admin/message", body, Map.of()), 401, "Unauthorized.");
        assertRefused(
                door.postJson("/admin/message", body, Map.of("admin-api-key", "guess")),
                401,
                "Unauthorized.");
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
                call("POST", Map.of("senderId", World.NOBODY, "message", Map.of())),
                422,
                "We couldn't find the specified user.");
        assertRefused(
                call("POST", Map.of("senderId", "ann", "message", Map.of())),
                422,
                "We couldn't find the specified user.");
        assertRefused(
                door.postJson("/admin/message", "{broken", withKey()),
                422,
                "\"senderId\" is required");
    }

    @ParameterizedTest
    @CsvSource({"GET, /admin/message", "POST, /admin/message/read", "PUT, /admin/nothing"})
    void whatTheProtocolDoesNotHaveIsNotFound(String method, String path) {
        var answer = door.send(method, path, BodyPublishers.noBody(), withKey());

        assertRefused(answer, 404, "Route not found");
    }

    private Answer call(String method, Map<String, ?> body) {
        return sending(method, "/admin/message", body).join();
    }

    private CompletableFuture<Answer> sending(String method, String path, Map<String, ?> body) {
        var headers = withKey();
        headers.put("Content-Type", "application/json");
        var json = BodyPublishers.ofString(Json.write(body));
        return CompletableFuture.supplyAsync(() -> door.send(method, path, json, headers));
    }

    private ConsumerRecord<byte[], byte[]> await(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return services.await(Topic.MESSAGE_COMMANDS, wanted);
    }

    private static Map<String, String> withKey() {
        var key = ConfigProvider.getConfig().getValue("parlance.admin.api-key", String.class);
        return new HashMap<>(Map.of("admin-api-key", key));
    }

    private static void assertRefused(Answer answer, int status, String text) {
        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
    }
}
