package parlance.push.event;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.PUSH_EVENT_CREATE;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_CREATE;
import static parlance.push.TestUser.android;
import static parlance.push.TestUser.newToken;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.TestUser;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.push.FakeFcm;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class CreatePushEventTest {

    private static final UserId NOBODY = new UserId("dead00000000000000000000");

    private final CommandClient client = CommandClient.shared();

    FakeFcm fcm;
    @Inject CreatePushEvent handler;

    private final String token = newToken();
    private TestUser ann;
    private TestUser bob;

    @BeforeEach
    void enter() {
        ann = TestUser.newOne(client);
        bob = TestUser.newOne(client);
        bob.asks(PUSH_SUBSCRIPTION_CREATE, android("phone", token));
    }

    @Test
    void tellsEveryDeviceWhetherItsUserIsOnlineOrNot() {
        var connection = client.connect(bob.caller());
        var message = new LinkedHashMap<String, String>();
        message.put("title", "Sale");
        message.put("message", "all of it");
        message.put("body", "today");

        var answer =
                ann.asks(
                        PUSH_EVENT_CREATE,
                        Map.of("recipients_ids", List.of(NOBODY, bob.id()), "message", message));

        var event = answer.response().path("event");
        assertThat(event.path("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(event.path("user_id").asText()).isEqualTo(ann.id().value());
        assertThat(event.path("recipients_ids")).hasSize(1);
        assertThat(event.path("recipients_ids").path(0).asText()).isEqualTo(bob.id().value());
        assertThat(event.path("user_ids")).isEqualTo(event.path("recipients_ids"));
        assertThat(event.path("message").asText())
                .isEqualTo("{\"title\":\"Sale\",\"message\":\"all of it\",\"body\":\"today\"}");
        assertThat(event.path("created_at")).isEqualTo(event.path("updated_at"));
        await().untilAsserted(() -> assertThat(fcm.receivedBy(token)).hasSize(1));
        assertThat(fcm.receivedBy(token).getFirst().path("data"))
                .hasToString("{\"title\":\"Sale\",\"message\":\"all of it\",\"body\":\"today\"}");
        client.disconnect(bob.caller(), connection);
    }

    @Test
    void aReplayAnswersTheSameAndTellsNobodyAgain() {
        var command = command();

        var first = handler.handle(command);

        assertThat(handler.handle(command)).isEqualTo(first);
        var after = Map.of("recipients_ids", List.of(bob.id()), "message", Map.of("body", "after"));
        ann.asks(PUSH_EVENT_CREATE, after);
        await().untilAsserted(() -> assertThat(fcm.receivedBy(token)).hasSize(2));
        assertThat(fcm.receivedBy(token))
                .extracting(one -> one.at("/data/body").asText())
                .containsExactlyInAnyOrder("once", "after");
    }

    @Test
    void saysWhatIsWrong() {
        var hi = Map.of("body", "hi");
        assertThat(error(Map.of("message", hi))).isEqualTo("Incorrect recipients IDs.");
        assertThat(error(Map.of("recipients_ids", List.of(), "message", hi)))
                .isEqualTo("Incorrect recipients IDs.");
        assertThat(error(Map.of("recipients_ids", List.of(5), "message", hi)))
                .isEqualTo("Incorrect recipients IDs.");
        assertThat(error(Map.of("recipients_ids", List.of(bob.id()))))
                .isEqualTo("Notification message missed.");
        for (var message :
                List.of(
                        "hi",
                        Map.of("body", 5),
                        Map.of("body", ""),
                        Map.of("body", "hi", "cid", "x"))) {
            assertThat(error(Map.of("recipients_ids", List.of(bob.id()), "message", message)))
                    .isEqualTo("Notification message missed.");
        }
        assertThat(error(Map.of("recipients_ids", List.of(NOBODY), "message", hi)))
                .isEqualTo("Recipients not found.");
    }

    @Test
    void nobodyAsksForThemByTheHundred() {
        var request = Map.of("recipients_ids", List.of(bob.id()), "message", Map.of("body", "hi"));
        var statuses = new HashSet<Integer>();
        for (int i = 0; i < 32; i++) {
            statuses.add(ann.asks(PUSH_EVENT_CREATE, request).errorStatus());
        }

        assertThat(statuses).containsExactlyInAnyOrder(0, 429);
    }

    private Command<CreatePushEvent.Request> command() {
        var message = Json.read("{\"body\":\"once\"}", ObjectNode.class);
        return new Command<>(
                PUSH_EVENT_CREATE,
                new CreatePushEvent.Request(List.of(bob.id()), message),
                ann.caller(),
                null,
                CommandClient.mintedId(),
                new Position("test-" + ann.id(), 1, 0),
                Instant.EPOCH,
                null,
                null);
    }

    private String error(Map<String, ?> request) {
        return ann.asks(PUSH_EVENT_CREATE, request).errorText();
    }
}
