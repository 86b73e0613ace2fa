package parlance.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Clients.errorIn;
import static parlance.gateway.environment.Services.header;
import static parlance.gateway.environment.Services.text;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.KeyHash;
import parlance.contracts.PreassignedId;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.encryption.FieldEncryption;
import parlance.kit.registry.RegistryStore;
import parlance.testing.client.ChatClient;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class CommandTest {

    private static final String CONVERSATION = "65a0000000000000000000aa";

    @Inject FieldEncryption fieldEncryption;
    @Inject RegistryStore registry;

    private final Caller ann = Tokens.somebody();
    private final Services services = new Services();
    private ChatClient client;

    @BeforeEach
    void open() {
        client = Clients.connect(ann);
    }

    @AfterEach
    void close() {
        client.close();
        services.close();
    }

    @Test
    void aCommandSaysWhoAsksAndHowAndIsTheClientsText() {
        var payload = "{ \"cid\":\"" + CONVERSATION + "\" ,\"body\":\"\\u00e9é 😀\",\"n\":1.0}";
        client.sendText("{\"message\":" + payload + ",\"id\":\"x-1\"}");

        var command = services.awaitCommand(Topic.MESSAGE_COMMANDS, "x-1");
        assertThat(text(command)).isEqualTo(payload);
        assertThat(new String(command.key())).isEqualTo(CONVERSATION);
        assertThat(command.partition()).isEqualTo(KeyHash.of(CONVERSATION).partition(3));
        assertThat(header(command, RecordHeaderNames.COMMAND)).isEqualTo("message");
        assertThat(header(command, RecordHeaderNames.FORM)).isEqualTo("TOP_LEVEL");
        assertThat(header(command, RecordHeaderNames.DIALECT)).isEqualTo("client");
        assertThat(header(command, RecordHeaderNames.USER)).isEqualTo(ann.userId().value());
        assertThat(header(command, RecordHeaderNames.ORGANIZATION)).isEqualTo("default");
        assertThat(header(command, RecordHeaderNames.LOGIN)).isEqualTo(ann.login());
        assertThat(header(command, RecordHeaderNames.DEVICE)).isEqualTo("device-1");
        assertThat(header(command, RecordHeaderNames.SESSION)).isEqualTo(ann.sessionId().value());
        assertThat(header(command, RecordHeaderNames.CLIENT_ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(header(command, RecordHeaderNames.BUDGET)).isEqualTo("5000");
        assertThat(header(command, RecordHeaderNames.SEALED)).isNull();
        assertThat(PreassignedId.keyHashOf(header(command, RecordHeaderNames.MINTED_ID)))
                .contains(KeyHash.of(CONVERSATION));
        var registered = registry.find(List.of(ann.userId())).get(ann.userId()).getFirst();
        assertThat(header(command, RecordHeaderNames.INBOX))
                .isEqualTo(registered.inbox().toString());
        assertThat(header(command, RecordHeaderNames.CONNECTION))
                .isEqualTo(registered.connectionId().value());
    }

    @Test
    void whatIsSecretIsSealedForTheServiceThatOwnsIt() {
        var id =
                client.request(
                        "user_login", Map.of("login", "ann", "password", "p4ss", "device_id", "d"));

        var command = services.awaitCommand(Topic.AUTH_COMMANDS, id);
        assertThat(text(command)).doesNotContain("p4ss", "password").contains("\"ann\"");
        var opened = fieldEncryption.open(header(command, RecordHeaderNames.SEALED));
        assertThat(opened.fields().get("password").text()).isEqualTo("\"p4ss\"");

        var secrets = fieldEncryption.sealReply(opened.replyKey(), Map.of("token", "t0k"));
        services.reply(
                command,
                "{\"response\":{\"id\":\"" + id + "\",\"user\":{}}}",
                Map.of(RecordHeaderNames.SEALED_REPLY, secrets));
        assertThat(client.reply(id).path("response").path("token").asText()).isEqualTo("t0k");
    }

    @Test
    void aReplyIsWrittenOnce() {
        var id = client.request("conversation_list", Map.of());
        var command = services.awaitCommand(Topic.MESSAGE_QUERIES, id);
        var packet = "{\"response\":{\"id\":\"" + id + "\",\"conversations\":[]}}";

        services.reply(command, packet, Map.of());
        services.reply(command, packet, Map.of());

        assertThat(client.reply(id)).hasToString(packet);
        fence();
        client.receivesNothingMore();
    }

    @Test
    void aLongReplyComesInPartsAndIsWrittenAsOne() {
        var id = client.request("message_list", Map.of("cid", CONVERSATION));
        var command = services.awaitCommand(Topic.MESSAGE_QUERIES, id);

        services.reply(command, "{\"lost with its sender", Map.of(RecordHeaderNames.PART, "1/3"));
        services.reply(command, "{\"response\":{\"id\":", Map.of(RecordHeaderNames.PART, "1/3"));
        services.reply(command, "\"" + id + "\",", Map.of(RecordHeaderNames.PART, "2/3"));
        services.reply(command, "\"messages\":[]}}", Map.of(RecordHeaderNames.PART, "3/3"));

        assertThat(client.reply(id).path("response").has("messages")).isTrue();
    }

    @Test
    void nobodyWaitsForEver() {
        var id = client.request("conversation_list", Map.of());
        var command = services.awaitCommand(Topic.MESSAGE_QUERIES, id);

        assertThat(errorIn(client.reply(id).path("response")))
                .isEqualTo("504 The request timed out.");

        services.reply(command, "{\"response\":{\"id\":\"" + id + "\"}}", Map.of());
        fence();
        client.receivesNothingMore();
    }

    @Test
    void aReplyMaySignSomebodyElseInAndOut() {
        var bob = Tokens.somebody();
        var login = client.request("user_login", Map.of("device_id", "d"));
        services.reply(
                services.awaitCommand(Topic.AUTH_COMMANDS, login),
                "{\"response\":{\"id\":\"" + login + "\"}}",
                Map.of(RecordHeaderNames.BIND, Json.write(bob)));
        client.reply(login);
        assertThat(registry.find(List.of(bob.userId())).get(bob.userId())).hasSize(1);
        assertThat(registry.find(List.of(ann.userId())).get(ann.userId())).isEmpty();

        var logout = client.request("user_logout", Map.of());
        var command = services.awaitCommand(Topic.AUTH_COMMANDS, logout);
        assertThat(header(command, RecordHeaderNames.USER)).isEqualTo(bob.userId().value());
        services.reply(
                command,
                "{\"response\":{\"id\":\"" + logout + "\"}}",
                Map.of(RecordHeaderNames.UNBIND, "true"));
        client.reply(logout);
        assertThat(errorIn(client.ask("user_logout", Map.of()))).isEqualTo("401 Unauthorized.");
        assertThat(registry.find(List.of(bob.userId())).get(bob.userId())).isEmpty();
    }

    @Test
    void aNewAggregatesCommandsFollowItsId() {
        var id = client.request("conversation_create", Map.of("type", "g"));

        var command = services.awaitCommand(Topic.CONVERSATION_COMMANDS, id);
        var minted = header(command, RecordHeaderNames.MINTED_ID);
        assertThat(new String(command.key())).isEqualTo(minted);
        assertThat(command.partition()).isEqualTo(KeyHash.of(minted).partition(3));
    }

    /** Once this is answered, everything that lay in the inbox before has been looked at. */
    private void fence() {
        var id = client.request("conversation_list", Map.of());
        services.reply(
                services.awaitCommand(Topic.MESSAGE_QUERIES, id),
                "{\"response\":{\"id\":\"" + id + "\"}}",
                Map.of());
        client.reply(id);
    }
}
