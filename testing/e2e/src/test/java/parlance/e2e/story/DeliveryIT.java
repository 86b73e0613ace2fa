package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.testing.client.ChatClient;

class DeliveryIT {

    @Test
    void aMessageReachesEveryDeviceButTheOneThatSentIt() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var tablet = ann.connects("tablet");

            var sent = ann.sends(lunch, "noon?");

            bob.receives(sent);
            tablet.receives(sent);
            ann.receivesNothingMore();
            bob.receivesNothingMore();
        });
    }

    @Test
    void twoHundredMessagesArriveOnceAndInOrder() throws Exception {
        try (var testUsers = TestUsers.of(TestSuite.shared())) {
            new TwoHundredMessages(testUsers).play();
        }
    }

    @Test
    void aResentMessageGetsTheFirstAckAndIsDeliveredOnce() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var first = ann.sends(lunch, "noon?");

            ann.first().starts(lunch, "noon?", first.clientId());
            var again = ann.first().acked(first.clientId(), lunch, "noon?");
            var next = ann.sends(lunch, "or one?");

            assertThat(again).isEqualTo(first);
            bob.receives(first);
            bob.receives(next);
            bob.receivesNothingMore();
            assertThat(bob.history(lunch)).hasSize(2);
        });
    }

    @Test
    void theLiveMessageLooksLikeTheStoredOne() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var sent = ann.sends(lunch, "noon?");

            var live = bob.first().receives(sent);
            var stored = bob.history(lunch).getFirst();

            assertThat(live.path("c_type").asText()).isEqualTo("u");
            assertThat(live.path("x").isObject()).isTrue();
            assertThat(live.has("status")).isFalse();
            assertThat(live.path("created_at").asText())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
                    .isEqualTo(live.path("updated_at").asText());
            for (var field :
                    List.of("_id", "cid", "from", "t", "body", "created_at", "updated_at")) {
                assertThat(stored.path(field)).as(field).isEqualTo(live.path(field));
            }
        });
    }

    @Test
    void whoeverReturnsFindsWhatWasMissed() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            bob.leaves();
            var missed = List.of(ann.sends(lunch, "noon?"), ann.sends(lunch, "hello?"));

            bob.connects("phone");

            assertThat(bob.history(lunch))
                    .extracting(message -> message.path("_id").asText())
                    .containsExactlyElementsOf(missed.stream().map(Sent::id).toList());
            assertThat(bob.listed(lunch).path("unread_messages_count").asInt()).isEqualTo(2);
            assertThat(bob.listed(lunch).path("last_message").path("body").asText())
                    .isEqualTo("hello?");
        });
    }

    @Test
    void nobodyButParticipantsWritesOrReads() throws Exception {
        story((ann, bob, eve) -> {
            var lunch = ann.opensConversationWith(bob);

            var refused = eve.first().socket;
            refused.send(Map.of("message", Map.of("id", "m1", "cid", lunch.id(), "body", "hi")));

            Person.assertError(refused.reply("m1").path("message"), 403, "Forbidden.");
            Person.assertError(
                    refused.ask("message_list", Map.of("cid", lunch.id())), 403, "Forbidden.");
            bob.receivesNothingMore();
        });
    }

    @Test
    void theAckHasOnlyWhatTheProtocolNames() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var socket = ann.first().socket;
            socket.send(Map.of("message", Map.of("cid", lunch.id(), "body", "without an id")));

            var ack = socket.next(packet -> packet.has("ask"), "ack");

            assertThat(ack.path("ask").has("mid")).isFalse();
            assertThat(ack.path("ask").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("server_mid", "t", "modified", "bot_message");
            assertThat(ack.path("ask").path("modified").isNull()).isTrue();
            assertThat(ack.path("ask").path("bot_message").isNull()).isTrue();
        });
    }

    @Test
    void unknownConversationsAndBadFieldsAreRefusedWithTheId() throws Exception {
        story(ann -> {
            var socket = ann.first().socket;
            var nowhere = Map.of("id", "m1", "cid", "nope", "body", "hi");
            socket.send(Map.of("message", nowhere));
            Person.assertError(socket.reply("m1").path("message"), 404, "Conversation not found.");

            socket.send(Map.of("message", Map.of("id", "m2", "body", "hi")));
            Person.assertError(socket.reply("m2").path("message"), 422, "'cid' field is required.");

            socket.request("message", nowhere, ChatClient.newId());
            Person.assertError(socket.next().path("response"), 404, "Conversation not found.");
        });
    }
}
