package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;
import parlance.testing.client.WebSocketDialer;

/** What the web and Flutter clients do differently from each other (protocol 5). */
class ExistingClientsIT {

    @Test
    void flutterWrapsAMessageInARequest() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var socket = ann.first().socket;
            var message = Map.of("id", "z1", "cid", lunch.id(), "body", "noon?");

            socket.request("message", message, "z1");

            var ack = socket.reply("z1");
            assertThat(ack.path("ask").path("mid").asText()).isEqualTo("z1");
            assertThat(bob.first().socket.next("message").path("_id"))
                    .isEqualTo(ack.path("ask").path("server_mid"));
        });
    }

    @Test
    void flutterReadsAnErrorFromTheResponse() throws Exception {
        story(ann -> {
            var socket = ann.first().socket;

            socket.request("message", Map.of("id", "z1", "cid", "nope", "body", "x"), "z1");

            Person.assertError(socket.reply("z1").path("response"), 404, "Conversation not found.");
        });
    }

    @Test
    void anIdComesBackInItsOwnType() throws Exception {
        story((ann, bob) -> {
            var socket = ann.first().socket;

            socket.request("conversation_list", Map.of(), 7);
            assertThat(socket.reply(7).path("response").path("id").isInt()).isTrue();

            socket.request("conversation_list", Map.of(), "7");
            assertThat(socket.reply("7").path("response").path("id").isTextual()).isTrue();
        });
    }

    @Test
    void aRequestMayStandAtTopLevel() throws Exception {
        story(ann -> {
            var socket = ann.first().socket;

            socket.send(Map.of("conversation_list", Map.of(), "id", "top"));

            assertThat(socket.reply("top").path("response").path("conversations").isArray())
                    .isTrue();
        });
    }

    @Test
    void bothDialectsTalkToEachOther() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var front = WebSocketDialer.to(TestSuite.shared().frontDoor());
            var web = ann.connects("web", front.dialect("client"));
            var seed = bob.connects("seed", front.dialect("seed"));

            var sent = web.sends(lunch, "noon?");

            seed.receives(sent);
            bob.first().receives(sent);
            ann.first().receives(sent);
        });
    }

    @Test
    void twoTabsWithOneDeviceIdAreBothServed() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var tab = ann.connects("phone");

            var sent = bob.sends(lunch, "noon?");

            ann.first().receives(sent);
            tab.receives(sent);
            ann.first().receivesNothingMore();
        });
    }

    @Test
    void textIsCarriedAsItIs() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var body = "\uD83D\uDE00 <b>\"quotes\"</b> \\ \u0000 \u2028 \u0434\u0430";

            bob.receives(ann.sends(lunch, body));

            assertThat(ann.history(lunch).getFirst().path("body").asText()).isEqualTo(body);
        });
    }
}
