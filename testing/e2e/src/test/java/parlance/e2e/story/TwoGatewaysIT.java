package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Administrator;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/** What must hold whichever gateway, and whichever replica, a client meets. */
class TwoGatewaysIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    void ofManyWhoWantTheSameLoginAtTheSameMomentOneGetsIt() throws Exception {
        try (var one = socketAt(0);
                var other = socketAt(1)) {
            for (int round = 0; round < 10; round++) {
                var login = "wanted-" + UUID.randomUUID();
                var request = Map.of("login", login.substring(0, 30), "password", "secret");
                var ids =
                        List.of(
                                one.request("user_create", request),
                                other.request("user_create", request));

                var answers = List.of(one.reply(ids.get(0)), other.reply(ids.get(1)));

                assertThat(answers).filteredOn(answer -> userIn(answer).has("_id")).hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.path("response").has("error"))
                        .singleElement()
                        .satisfies(refused ->
                                Person.assertError(
                                        refused.path("response"),
                                        422,
                                        "The provided data is already associated with an existing"
                                                + " user account."));
            }
        }
    }

    @Test
    void aLogoutIsKnownToEveryGatewayWithinASecond() throws Exception {
        try (var testUsers = TestUsers.spreadOver(TestSuite.scaled())) {
            var ann = testUsers.enters("ann");
            var device = ann.first();
            var tabs = new ArrayList<ChatClient>();
            for (int gateway = 0; gateway < 2; gateway++) {
                var tab = socketAt(gateway);
                tabs.add(tab);
                tab.get("connect", Map.of("token", device.accessToken, "device_id", "phone"));
                // Answered once before time is taken: the first list of a suite takes its while.
                tab.get("conversation_list", Map.of());
            }

            device.socket.get("user_logout", Map.of());

            await().atMost(AT_ONCE).untilAsserted(() -> tabs.forEach(TwoGatewaysIT::assertNobodys));
            tabs.forEach(tab -> {
                assertThat(tab.isOpen()).isTrue();
                Person.assertError(
                        tab.ask(
                                "connect",
                                Map.of("token", device.accessToken, "device_id", "phone")),
                        422,
                        "The token has expired.");
                tab.close();
            });
        }
    }

    @Test
    void whoIsSuspendedIsSignedOutEverywhereWithinASecondAndCannotComeBack() throws Exception {
        var admin = new Administrator();
        try (var testUsers = TestUsers.spreadOver(TestSuite.scaled())) {
            var ann = testUsers.enters("ann");
            var tablet = ann.connects("tablet", testUsers.nextGateway());
            var suspension = "/admin/users/" + ann.id() + "/suspension";

            admin.does("PUT", suspension, Map.of());

            await().atMost(AT_ONCE)
                    .untilAsserted(() -> {
                        assertNobodys(ann.first().socket);
                        assertNobodys(tablet.socket);
                    });
            Person.assertError(
                    tablet.socket.ask("user_login", ann.credentials("tablet")),
                    401,
                    "Incorrect username or password.");

            admin.does("DELETE", suspension, Map.of());
            tablet.socket.get("user_login", ann.credentials("tablet"));
        }
    }

    private static void assertNobodys(ChatClient socket) {
        Person.assertError(socket.ask("conversation_list", Map.of()), 401, "Unauthorized.");
    }

    private static ChatClient socketAt(int gateway) {
        var suite = TestSuite.scaled();
        return WebSocketDialer.to(suite.http(suite.runningReplicas("gateway").get(gateway))).open();
    }

    private static JsonNode userIn(JsonNode answer) {
        return answer.path("response").path("user");
    }
}
