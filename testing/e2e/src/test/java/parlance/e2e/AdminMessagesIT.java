package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.Story.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;

/** What administrators have people say and do (protocol 3.11). */
class AdminMessagesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aMessageReachesEverybodyWithAllTheSendersDevices() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            var message = Map.of("id", "admin-1", "cid", chat.id(), "body", "from above");

            var answer = call("POST", "", ann, "message", message);
            var again = call("POST", "", ann, "message", message);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().path("ask").path("mid").asText()).isEqualTo("admin-1");
            assertThat(answer.json().path("ack")).isEqualTo(answer.json().path("ask"));
            assertThat(again.text()).isEqualTo(answer.text());
            ann.receives(Sent.of(answer.json(), chat, ann.id(), "from above"));
            bob.receives(Sent.of(answer.json(), chat, ann.id(), "from above"));
            assertThat(ann.listed(chat).path("unread_messages_count").asInt()).isZero();
            assertThat(bob.listed(chat).path("unread_messages_count").asInt()).isEqualTo(1);
            ann.receivesNothingMore();
            bob.receivesNothingMore();
        });
    }

    @Test
    void aSystemMessageReachesWhomItNames() throws Exception {
        story((ann, bob, cat) -> {
            var chat = ann.opensConversationWith(bob);
            var toPeople = Map.of("id", "s1", "uids", List.of(cat.id()), "x", Map.of("n", 1));
            var toChat = Map.of("id", "s2", "cid", chat.id(), "x", Map.of("n", 2));

            var first = call("POST", "/system", ann, "messageSystem", toPeople);
            var second = call("POST", "/system", ann, "messageSystem", toChat);

            assertThat(first.status()).isEqualTo(201);
            assertThat(first.json().at("/ask/mid").asText()).isEqualTo("s1");
            assertThat(second.status()).isEqualTo(201);
            assertThat(next(cat, "system_message").at("/x/n").asInt()).isEqualTo(1);
            for (var person : List.of(ann, bob)) {
                var heard = next(person, "system_message");
                assertThat(heard.path("from").asText()).isEqualTo(ann.id());
                assertThat(heard.at("/x/n").asInt()).isEqualTo(2);
                person.receivesNothingMore();
            }
        });
    }

    @Test
    void whatBecomesOfMessagesIsHeardByAll() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            var sent = ann.sends(chat, "helo");
            bob.receives(sent);

            succeed(call("PUT", "/read", bob, "messageRead", Map.of("cid", chat.id())));
            assertThat(next(ann, "message_read").at("/ids/0").asText()).isEqualTo(sent.id());
            assertThat(bob.listed(chat).path("unread_messages_count").asInt()).isZero();

            var edit = Map.of("id", sent.id(), "body", "hello");
            succeed(call("PUT", "", ann, "messageEdit", edit));
            for (var person : List.of(ann, bob)) {
                assertThat(next(person, "message_edit").path("body").asText()).isEqualTo("hello");
            }

            var reaction = Map.of("mid", sent.id(), "add", "+1");
            succeed(call("PUT", "/reaction", bob, "messageReaction", reaction));
            for (var person : List.of(ann, bob)) {
                var heard = next(person, "message_reactions_update");
                assertThat(heard.path("from").asText()).isEqualTo(bob.id());
            }

            var deletion = Map.of("cid", chat.id(), "ids", List.of(sent.id()), "type", "all");
            succeed(call("DELETE", "", bob, "messageDelete", deletion));
            for (var person : List.of(ann, bob)) {
                var heard = next(person, "message_delete");
                assertThat(heard.at("/ids/0").asText()).isEqualTo(sent.id());
                person.receivesNothingMore();
            }
            assertThat(ann.history(chat)).isEmpty();
        });
    }

    @Test
    void theErrorsAreThoseOfTheSocket() throws Exception {
        story((ann, bob, eve) -> {
            var chat = ann.opensConversationWith(bob);
            var nowhere = Map.of("cid", "nope", "body", "x");
            var there = Map.of("cid", chat.id(), "body", "x");
            var empty = Map.of("cid", chat.id());

            refused(call("POST", "", ann, "message", nowhere), 404, "Conversation not found.");
            refused(call("POST", "", eve, "message", there), 403, "Forbidden.");
            refused(
                    call("POST", "", ann, "message", empty),
                    422,
                    "\"value\" must contain at least one of [body, attachments]");
            refused(door().postJson("/admin/message", "{}", Map.of()), 401, "Unauthorized.");
            bob.receivesNothingMore();
        });
    }

    private static JsonNode next(Person person, String kind) {
        return person.first().socket.next(kind);
    }

    private static void succeed(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"success\":true}");
    }

    private static void refused(Answer answer, int status, String text) {
        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static Answer call(
            String method, String path, Person sender, String wrapper, Map<String, ?> payload)
            throws Exception {
        var body = Map.of("organizationId", "default", "senderId", sender.id(), wrapper, payload);
        return door().send(
                        method,
                        "/admin/message" + path,
                        BodyPublishers.ofString(JSON.writeValueAsString(body)),
                        Map.of("Content-Type", "application/json", "admin-api-key", key()));
    }

    private static String key() {
        return TestSuite.shared().environment().get("PARLANCE_ADMIN_API_KEY");
    }

    private static HttpDoor door() {
        return new HttpDoor(TestSuite.shared().frontDoor());
    }
}
