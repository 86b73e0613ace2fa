package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.e2e.client.Story.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.FrontDoor;
import parlance.e2e.client.Person;
import parlance.e2e.client.Sent;

/** What administrators have people say and do (protocol 3.11). */
class AdminMessagesIT {

    @Test
    void aMessageReachesEverybodyWithAllTheSendersDevices() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            var message = Map.of("id", "admin-1", "cid", chat.id(), "body", "from above");

            var answer = call("POST", "", ann, "message", message);
            var again = call("POST", "", ann, "message", message);

            answer.then().statusCode(201);
            assertThat(answer.as(JsonNode.class).path("ask").path("mid").asText())
                    .isEqualTo("admin-1");
            assertThat(answer.as(JsonNode.class).path("ack"))
                    .isEqualTo(answer.as(JsonNode.class).path("ask"));
            assertThat(again.asString()).isEqualTo(answer.asString());
            ann.receives(Sent.of(answer.as(JsonNode.class), chat, ann.id(), "from above"));
            bob.receives(Sent.of(answer.as(JsonNode.class), chat, ann.id(), "from above"));
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

            first.then().statusCode(201);
            assertThat(first.as(JsonNode.class).at("/ask/mid").asText()).isEqualTo("s1");
            second.then().statusCode(201);
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
            refused(FrontDoor.json(Map.of()).post("/admin/message"), 401, "Unauthorized.");
            bob.receivesNothingMore();
        });
    }

    private static JsonNode next(Person person, String kind) {
        return person.first().socket.next(kind);
    }

    private static void succeed(Response answer) {
        answer.then().statusCode(200).body(equalTo("{\"success\":true}"));
    }

    private static void refused(Response answer, int status, String text) {
        assertThat(answer.asString()).isEqualTo(text);
        answer.then().statusCode(status);
    }

    private static Response call(
            String method, String path, Person sender, String wrapper, Map<String, ?> payload) {
        var body = Map.of("organizationId", "default", "senderId", sender.id(), wrapper, payload);
        return FrontDoor.administrator().body(body).request(method, "/admin/message" + path);
    }
}
