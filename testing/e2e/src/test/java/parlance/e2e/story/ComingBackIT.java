package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Chat;
import parlance.e2e.client.ContinuousSender;
import parlance.e2e.client.FaultScenario;
import parlance.e2e.client.Person;
import parlance.e2e.client.Resuming;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.testing.client.ChatClient;
import parlance.testing.client.TcpProxy;
import parlance.testing.client.WebSocketDialer;

/**
 * What users get who were offline: in the operations log, on signing in, and on resuming with a
 * cursor.
 */
class ComingBackIT {

    @Test
    void missedEditsAndDeletesAreToldAfterTheAnswerOldestFirstAndOnce() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var first = ann.sends(lunch, "noon?");
            var second = ann.sends(lunch, "wrong window");
            bob.receives(first);
            bob.receives(second);
            bob.leaves();
            edits(ann, first, "one?");
            deletes(ann, second);
            awaitLogged(bob, 2);
            bob.leaves();

            var phone = bob.connects("phone").socket;
            var tablet = bob.connects("tablet").socket;

            assertThat(phone.next().path("message_edit").path("body").asText()).isEqualTo("one?");
            assertThat(phone.next().path("message_delete").path("ids").get(0).asText())
                    .isEqualTo(second.id());
            phone.receivesNothingMore();
            tablet.receivesNothingMore();
            assertThat(kindsIn(log(bob))).containsExactly("message_edit", "message_delete");
        });
    }

    @Test
    void inTheClientDialectTheyAreOnlyListed() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var sent = ann.sends(lunch, "noon?");
            bob.receives(sent);
            bob.leaves();
            edits(ann, sent, "one?");

            var webSocketDialer =
                    WebSocketDialer.to(TestSuite.shared().frontDoor()).dialect("client");
            var phone = bob.connects("phone", webSocketDialer);

            await().untilAsserted(
                            () -> assertThat(kindsIn(log(bob))).containsExactly("message_edit"));
            phone.receivesNothingMore();
        });
    }

    @Test
    void theLogHasWhatWasMissedAndNothingElse() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            bob.receives(ann.sends(lunch, "seen"));
            bob.leaves();
            var missed = List.of(ann.sends(lunch, "one"), ann.sends(lunch, "two"));

            bob.connects("phone");

            await().untilAsserted(() -> assertThat(log(bob)).hasSize(2));
            assertThat(log(bob))
                    .extracting(entry -> entry.at("/packet/message/_id").asText())
                    .containsExactlyElementsOf(missed.stream().map(Sent::id).toList());
            assertThat(log(ann)).isEmpty();
        });
    }

    @Test
    void whatAConnectionThatWentSilentDidNotGetIsInTheLog() throws Exception {
        try (var testUsers = TestUsers.of(TestSuite.shared());
                var tcpProxy = TcpProxy.to(TestSuite.shared().frontDoor())) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.entersAt("bob", tcpProxy.uri());
            var lunch = ann.opensConversationWith(bob);
            var socket = bob.first().socket;
            try (var continuousSender = ContinuousSender.starts(ann, lunch)) {
                FaultScenario.goesOn(continuousSender);
                tcpProxy.freeze();
                FaultScenario.goesOn(continuousSender);
                tcpProxy.mend();
                FaultScenario.goesOn(continuousSender);
                var sent = continuousSender.stops().stream().map(Sent::id).toList();
                var received =
                        socket.unread().stream()
                                .map(packet -> packet.at("/message/_id").asText())
                                .toList();

                bob.connects("tablet");

                await().untilAsserted(() ->
                        assertThat(Stream.concat(received.stream(), logged(bob)).toList())
                                .containsAll(sent));
                assertThat(received).doesNotHaveDuplicates().hasSizeLessThan(sent.size());
            }
        }
    }

    @Test
    void whoResumesFiftyTimesAcrossGatewaysHasEveryPacketOnceAndInOrder() throws Exception {
        try (var testUsers = TestUsers.spreadOver(TestSuite.scaled())) {
            new FiftyReturns(testUsers).play();
        }
    }

    @Test
    void aMessageWhoseAckWasLostComesWithTheReplayAndAnAckedOneDoesNot() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var door = TestSuite.shared().frontDoor();
            try (var phone = Resuming.insteadOf(ann.first(), door)) {
                writes(phone, lunch, "acked");
                var acked = phone.socket().next(packet -> packet.has("ack"), "ack");
                assertThat(acked.path("cursor").asText()).isNotEmpty();
                writes(phone, lunch, "the ack is lost");
                bob.first().socket.next("message");
                bob.first().socket.next("message");
                phone.goesBackTo(acked.path("cursor").asText());

                phone.connects(door);

                var replayed = phone.socket().next("message");
                assertThat(replayed.path("body").asText()).isEqualTo("the ack is lost");
                phone.socket().receivesNothingMore();
            }
        });
    }

    private static void writes(Resuming phone, Chat chat, String body) {
        var message = Map.of("id", ChatClient.newId(), "cid", chat.id(), "body", body);
        phone.socket().send(Map.of("message", message));
    }

    private static void edits(Person author, Sent sent, String body) {
        author.first().socket.get("message_edit", Map.of("id", sent.id(), "body", body));
    }

    private static void deletes(Person author, Sent sent) {
        author.first()
                .socket
                .get(
                        "message_delete",
                        Map.of("cid", sent.chat().id(), "type", "all", "ids", List.of(sent.id())));
    }

    /** Seen from the client dialect, in which nothing is told. */
    private static void awaitLogged(Person person, int entries) {
        person.connects(
                "watch", WebSocketDialer.to(TestSuite.shared().frontDoor()).dialect("client"));
        await().untilAsserted(() -> assertThat(log(person)).hasSize(entries));
    }

    private static Stream<String> logged(Person person) {
        return log(person).stream().map(entry -> entry.at("/packet/message/_id").asText());
    }

    /** The whole log, page by page. */
    private static List<JsonNode> log(Person person) {
        var all = new ArrayList<JsonNode>();
        Object after = 0;
        while (true) {
            var page =
                    person.first()
                            .socket
                            .get("op_log_list", Map.of("created_at", Map.of("gt", after)))
                            .path("logs");
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
            after = all.getLast().path("created_at").asText();
        }
    }

    private static List<String> kindsIn(List<JsonNode> log) {
        return log.stream().map(entry -> entry.path("packet").fieldNames().next()).toList();
    }
}
