package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Chat;
import parlance.e2e.client.Device;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;

/** A group from its first moment to its last, as everybody in it sees it (protocol 3.3). */
class GroupLifeIT {

    private static final String NOT_THERE = "ConversationParticipant not found.";

    @Test
    void fromItsCreationToTheLastOneLeaving() throws Exception {
        try (var testUsers = TestUsers.of(TestSuite.shared())) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.enters("bob");
            var cat = testUsers.enters("cat");
            var dan = testUsers.enters("dan");
            var phone = ann.first();
            var tablet = ann.connects("tablet");
            var team = ann.createsGroup("Team", bob, cat);
            var hello = ann.sends(team, "hello");
            hear(hello.body(), tablet, bob.first(), cat.first());

            // Dan joins, and the group gets another name.
            var changed = update(phone, team, Map.of("name", "Crew", "participants", add(dan)));
            assertThat(changed.path("name").asText()).isEqualTo("Crew");
            assertThat(changed.has("unread_messages_count")).isFalse();
            var joined = dan.first().socket.next("system_message").at("/x/conversation_updated");
            assertThat(joined.at("/last_message/_id").asText()).isEqualTo(hello.id());
            assertThat(joined.path("unread_messages_count").asInt()).isEqualTo(1);
            assertThat(joined.path("participants")).hasSize(4);
            hear(dan + " has been added to the group", phone, dan.first());
            for (var device : List.of(tablet, bob.first(), cat.first())) {
                hear(dan + " has been added to the group", device);
                hear("conversation_updated", device);
            }

            // Only who leads may change it.
            refused(bob, "conversation_update", named(team, "Mine"), 403, "Forbidden.");
            update(phone, team, Map.of("admins", add(bob)));
            update(bob.first(), team, Map.of("name", "Ours"));
            hear("conversation_updated", phone, tablet, cat.first(), dan.first());

            // Cat is removed.
            update(phone, team, Map.of("participants", Map.of("remove", List.of(cat.id()))));
            hear(cat + " has been removed from the group", phone, tablet, bob.first());
            hear(cat + " has been removed from the group", dan.first());
            hear("conversation_kicked", cat.first());
            hear("conversation_updated", tablet, bob.first(), dan.first());
            refusedMessage(cat, team, 403, "Forbidden.");

            // Its owner leaves: the one who has been there longest goes on.
            leaves(phone, team);
            hear(ann + " has left the group", bob.first(), dan.first());
            hear("conversation_kicked", tablet);
            assertThat(bob.listed(team).path("owner_id").asText()).isEqualTo(bob.id());
            assertThat(listOf(ann)).isEmpty();

            // The last two.
            leaves(dan.first(), team);
            hear(dan + " has left the group", bob.first());
            refused(dan, "conversation_delete", Map.of("id", team.id()), 404, NOT_THERE);
            leaves(bob.first(), team);
            assertThat(listOf(bob)).isEmpty();
            refused(bob, "conversation_update", named(team, "Back"), 400, "Bad Request.");
            refusedMessage(bob, team, 404, "Conversation not found.");
            List.of(ann, bob, cat, dan).forEach(Person::receivesNothingMore);
        }
    }

    /** On each of these devices, as the very next packet. */
    private static void hear(String word, Device... devices) {
        for (var device : devices) {
            var packet = device.socket.next();
            assertThat(wordFor(packet)).as("what %s hears: %s", device, packet).isEqualTo(word);
        }
    }

    /** What a message says, or the name of a conversation event. */
    private static String wordFor(JsonNode packet) {
        return packet.has("message")
                ? packet.at("/message/body").asText()
                : packet.at("/system_message/x").fieldNames().next();
    }

    private static JsonNode update(Device device, Chat chat, Map<String, ?> change) {
        var request = new HashMap<String, Object>(change);
        request.put("id", chat.id());
        return device.socket.get("conversation_update", request).path("conversation");
    }

    private static void leaves(Device device, Chat chat) {
        device.socket.get("conversation_delete", Map.of("id", chat.id()));
    }

    private static Map<String, ?> add(Person person) {
        return Map.of("add", List.of(person.id()));
    }

    private static Map<String, ?> named(Chat chat, String name) {
        return Map.of("id", chat.id(), "name", name);
    }

    private static List<JsonNode> listOf(Person person) {
        var list = new ArrayList<JsonNode>();
        person.first()
                .socket
                .get("conversation_list", Map.of())
                .path("conversations")
                .forEach(list::add);
        return list;
    }

    private static void refusedMessage(Person person, Chat chat, int status, String text) {
        refused(person, "message", Map.of("cid", chat.id(), "body", "still here?"), status, text);
    }

    private static void refused(
            Person person, String name, Map<String, ?> request, int status, String text) {
        Person.assertError(person.first().socket.ask(name, request), status, text);
    }
}
