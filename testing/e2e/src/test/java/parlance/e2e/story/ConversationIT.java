package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Chat;
import parlance.e2e.client.Person;
import parlance.e2e.client.Sent;

/** Creating and listing conversations (protocol 3.3). */
class ConversationIT {

    private static final String NOBODY = "000000000000000000000000";

    @Test
    void aGroupIsAnnouncedToEveryoneButTheSocketThatCreatedIt() throws Exception {
        story((ann, bob, cat) -> {
            var tablet = ann.connects("tablet");
            var created =
                    ann.first()
                            .socket
                            .get(
                                    "conversation_create",
                                    Map.of(
                                            "type",
                                            "g",
                                            "name",
                                            "Team",
                                            "description",
                                            "all of us",
                                            "participants",
                                            List.of(bob.id(), cat.id(), NOBODY)))
                            .path("conversation");
            var chat = new Chat(created.path("_id").asText());

            assertThat(created.path("type").asText()).isEqualTo("g");
            assertThat(created.path("name").asText()).isEqualTo("Team");
            assertThat(created.path("owner_id").asText()).isEqualTo(ann.id());
            assertThat(created.has("unread_messages_count")).isFalse();
            for (var device : List.of(bob.first(), cat.first(), tablet)) {
                var event = device.hearsOf(chat);
                assertThat(event.path("_id").asText()).isEqualTo(chat.id());
                assertThat(event.path("from").asText()).isEqualTo(ann.id());
                assertThat(event.path("t").asLong()).isPositive();
                var conversation = event.path("x").path("conversation_created");
                assertThat(texts(conversation.path("participants")))
                        .containsExactlyInAnyOrder(ann.id(), bob.id(), cat.id());
                for (var field :
                        List.of("_id", "type", "name", "owner_id", "created_at", "updated_at")) {
                    assertThat(conversation.path(field)).isEqualTo(created.path(field));
                }
            }
            ann.receivesNothingMore();
        });
    }

    @Test
    void membershipIsVisibleBeforeTheEvent() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);

            var answer =
                    bob.first()
                            .socket
                            .get("get_participants_by_cids", Map.of("cids", List.of(chat.id())));

            assertThat(texts(answer.path("conversations").path(chat.id())))
                    .containsExactlyInAnyOrder(ann.id(), bob.id());
            assertThat(answer.path("users"))
                    .extracting(user -> user.path("native_id").asText())
                    .containsExactlyInAnyOrder(ann.id(), bob.id());
        });
    }

    @Test
    void participantsAreToldToParticipantsOnly() throws Exception {
        story((ann, bob, eve) -> {
            var chat = ann.opensConversationWith(bob);
            var socket = eve.first().socket;

            var answer =
                    socket.get(
                            "get_participants_by_cids",
                            Map.of("cids", List.of(chat.id(), NOBODY, "nope")));

            assertThat(answer.path("users").isArray()).isTrue();
            assertThat(answer.path("users")).isEmpty();
            assertThat(answer.path("conversations").isObject()).isTrue();
            assertThat(answer.path("conversations")).isEmpty();
            Person.assertError(
                    socket.ask("get_participants_by_cids", Map.of()),
                    422,
                    "'cids' field is required.");
        });
    }

    @Test
    void aPeerWhoHasLeftHearsOfTheConversationThenOfEachMessageInOrder() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            bob.first().socket.get("conversation_delete", Map.of("id", lunch.id()));

            var sent = new ArrayList<Sent>();
            for (int i = 0; i < 20; i++) {
                sent.add(ann.sends(lunch, "noon? " + i));
            }

            bob.first().hearsOf(lunch);
            sent.forEach(bob.first()::receives);
            bob.receivesNothingMore();
            assertThat(bob.listed(lunch).path("unread_messages_count").asInt()).isEqualTo(20);
        });
    }

    @Test
    void aPairHasOneConversationWhoeverOpensIt() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);

            var again =
                    bob.first()
                            .socket
                            .get(
                                    "conversation_create",
                                    Map.of("type", "u", "participants", List.of(ann.id())))
                            .path("conversation");

            assertThat(again.path("_id").asText()).isEqualTo(chat.id());
            assertThat(again.path("owner_id").asText()).isEqualTo(ann.id());
            assertThat(again.path("opponent_id").asText()).isEqualTo(bob.id());
            ann.receivesNothingMore();
        });
    }

    @Test
    void whatCannotBeCreatedIsRefused() throws Exception {
        story((ann, bob, cat) -> {
            refused(ann, Map.of("participants", List.of(bob.id())), "Conversation type missed.");
            refused(ann, Map.of("type", "z"), "The type you entered is incorrect.");
            refused(ann, Map.of("type", "u"), "Please select at least one user.");
            refused(
                    ann,
                    Map.of("type", "u", "participants", List.of(ann.id())),
                    "The specified user is incorrect.");
            refused(
                    ann,
                    Map.of("type", "u", "participants", List.of(NOBODY)),
                    "Opponent ID not found.");
            refused(
                    ann,
                    Map.of("type", "u", "participants", List.of(bob.id(), cat.id())),
                    "There are too many users in the private conversation.");
            refused(
                    ann,
                    Map.of("type", "g", "participants", List.of(bob.id())),
                    "You haven't specified a conversation name.");
            refused(
                    ann,
                    Map.of("type", "g", "name", "Me", "participants", List.of(ann.id())),
                    "Participants not provided.");
            bob.receivesNothingMore();
        });
    }

    private static void refused(Person person, Map<String, ?> request, String message) {
        Person.assertError(person.first().socket.ask("conversation_create", request), 422, message);
    }

    @Test
    void theListShowsWhatMovedLastFirst() throws Exception {
        story((ann, bob, cat) -> {
            var withBob = ann.opensConversationWith(bob);
            var withCat = ann.opensConversationWith(cat);
            var sent = bob.sends(withBob, "me first");
            ann.receives(sent);

            var list = ann.first().socket.get("conversation_list", Map.of()).path("conversations");

            assertThat(list)
                    .extracting(conversation -> conversation.path("_id").asText())
                    .containsExactly(withBob.id(), withCat.id());
            var first = list.get(0);
            assertThat(first.path("unread_messages_count").asInt()).isEqualTo(1);
            assertThat(first.path("last_message").path("_id").asText()).isEqualTo(sent.id());
            assertThat(first.path("last_message").path("t").asLong()).isEqualTo(sent.at());
            assertThat(list.get(1).has("last_message")).isFalse();
            assertThat(list.get(1).path("unread_messages_count").asInt()).isZero();
            assertThat(bob.listed(withBob).path("unread_messages_count").asInt()).isZero();
        });
    }

    @Test
    void theListIsPagedByTime() throws Exception {
        story((ann, bob, cat) -> {
            var older = ann.opensConversationWith(bob);
            var newer = ann.opensConversationWith(cat);
            var socket = ann.first().socket;

            var page = socket.get("conversation_list", Map.of("limit", 1)).path("conversations");
            var rest =
                    socket.get(
                                    "conversation_list",
                                    Map.of(
                                            "updated_at",
                                            Map.of("lt", page.get(0).path("updated_at").asText())))
                            .path("conversations");

            assertThat(page).hasSize(1);
            assertThat(page.get(0).path("_id").asText()).isEqualTo(newer.id());
            assertThat(rest)
                    .extracting(conversation -> conversation.path("_id").asText())
                    .containsExactly(older.id());
            Person.assertError(
                    socket.ask("conversation_list", Map.of("limit", -1)),
                    422,
                    "\"limit\" must be greater than or equal to 0");
        });
    }

    @Test
    void aGroupGoesOnWithoutAUserWhoWasDeletedAndAPairStays() throws Exception {
        story((ann, bob, cat) -> {
            var team = ann.createsGroup("Team", bob, cat);
            var lunch = ann.opensConversationWith(bob);
            bob.receives(ann.sends(lunch, "noon?"));

            ann.first().socket.get("user_delete", Map.of());

            await().untilAsserted(() ->
                    assertThat(bob.listed(team).path("owner_id").asText()).isEqualTo(bob.id()));
            var people =
                    bob.first()
                            .socket
                            .get("get_participants_by_cids", Map.of("cids", List.of(team.id())));
            assertThat(texts(people.path("conversations").path(team.id())))
                    .containsExactlyInAnyOrder(bob.id(), cat.id());
            cat.receives(bob.sends(team, "so it is the two of us"));
            assertThat(bob.history(team)).hasSize(1);
            assertThat(bob.history(lunch)).hasSize(1);
            assertThat(bob.listed(lunch).path("owner_id").asText()).isEqualTo(ann.id());
            bob.receivesNothingMore();
            cat.receivesNothingMore();
        });
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
