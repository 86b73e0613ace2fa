package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.FrontDoor;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;
import parlance.local.launcher.Suite;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/**
 * {@code online_list} on the socket and for administrators; organizations see nothing of others.
 */
class OnlineListIT {

    private static final Map<String, Object> IDS = Map.of("idsOnly", true, "limit", 100);

    private final Suite suite = TestSuite.shared();
    private final String organization = open("Acme " + UUID.randomUUID());

    @Test
    void anOrganizationSeesItsOwnPeopleAndNobodyElse() throws Exception {
        story(stranger -> {
            try (var ann = WebSocketDialer.to(suite.frontDoor()).open();
                    var bob = WebSocketDialer.to(suite.frontDoor()).open()) {
                var annsId = signUp(ann, "ann");
                var bobsId = signUp(bob, "bob");

                await().untilAsserted(() ->
                        assertThat(ann.get("online_list", IDS).path("users"))
                                .extracting(JsonNode::asText)
                                .containsExactlyInAnyOrder(annsId, bobsId));
                assertThat(bob.get("online_list", Map.of("count", true)).path("count").asInt())
                        .isEqualTo(2);
                assertThat(asAdministrator(Map.of("count", true)).path("count").asInt())
                        .isEqualTo(2);
                assertThat(asAdministrator(Map.of("limit", 1)).path("users")).hasSize(1);

                nothingIsSeenOf(annsId, stranger);
            }
        });
    }

    private static void nothingIsSeenOf(String id, Person stranger) {
        var socket = stranger.first().socket;
        Person.assertError(
                socket.ask("user_last_activity_subscribe", Map.of("id", id)),
                422,
                "The specified user is incorrect.");
        var asked = socket.get("user_last_activity", Map.of("ids", List.of(id)));
        assertThat(asked.path("last_activity")).isEmpty();
        assertThat(socket.get("online_list", IDS).path("users"))
                .extracting(JsonNode::asText)
                .contains(stranger.id())
                .doesNotContain(id);
    }

    /** Signs up and in over the socket; gives the user's id. */
    private String signUp(ChatClient socket, String name) {
        var credentials = new HashMap<String, Object>();
        credentials.put("organization_id", organization);
        credentials.put("login", name);
        credentials.put("password", Person.PASSWORD);
        var id = socket.get("user_create", credentials).at("/user/_id").asText();
        credentials.put("device_id", "phone");
        socket.get("user_login", credentials);
        return id;
    }

    private JsonNode asAdministrator(Map<String, ?> query) {
        var body = new HashMap<String, Object>(query);
        body.put("organizationId", organization);
        return admin("/admin/activity/online", body);
    }

    private String open(String name) {
        return admin("/admin/organization", Map.of("name", name)).at("/organization/_id").asText();
    }

    private JsonNode admin(String path, Map<String, ?> body) {
        var answer = FrontDoor.administrator().body(body).post(path);
        answer.then().statusCode(200);
        return answer.as(JsonNode.class);
    }
}
