package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A device together with the picture that it makes of what it hears and does. */
final class Watched {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Device device;
    final Picture picture;

    Watched(Device device) {
        this.device = device;
        this.picture = new Picture(device.owner);
    }

    /** Does something, and shows it once the answer says that it is done. */
    JsonNode does(String request, Map<String, ?> fields) {
        var answer = device.socket.get(request, fields);
        // What stands in the socket by now came before the answer.
        catchUp();
        return answer;
    }

    String sends(Chat chat, String body) {
        var sent = device.sends(chat, body);
        catchUp();
        shows("message", Map.of("_id", sent.id(), "cid", chat.id(), "from", me(), "body", body));
        return sent.id();
    }

    /** What the others hear of, and this device knows because it did it. */
    void shows(String event, Map<String, ?> content) {
        picture.apply(JSON.valueToTree(Map.of(event, content)));
    }

    String me() {
        return device.owner.id();
    }

    /** Reads on until this message has come, or was sent from here. */
    void awaits(Chat chat, String id) {
        while (picture.lines(chat).stream().noneMatch(line -> line.id().equals(id))) {
            picture.apply(device.socket.next());
        }
    }

    private void catchUp() {
        for (int waiting = device.socket.unread().size(); waiting > 0; waiting--) {
            picture.apply(device.socket.next());
        }
    }

    /** The picture is what the lists say. */
    void compare(Chat chat) {
        var listed = new ArrayList<Line>();
        device.socket
                .get("message_list", Map.of("cid", chat.id(), "limit", 100))
                .path("messages")
                .forEach(message -> listed.add(Line.of(message)));
        var shown = picture.lines(chat);
        assertThat(shown).as("messages on %s", device).isEqualTo(listed);

        var standing = device.owner.listed(chat);
        assertThat(picture.unread(chat))
                .as("unread on %s", device)
                .isEqualTo(standing.path("unread_messages_count").asLong());
        var last = standing.path("last_message");
        assertThat(shown.getFirst().id()).isEqualTo(last.path("_id").asText());
        assertThat(shown.getFirst().body()).isEqualTo(last.path("body").asText());
        for (var line : shown.stream().filter(one -> !one.reactions().isEmpty()).toList()) {
            assertThat(picture.reactions(chat, line.id())).isEqualTo(givers(line.id()));
        }
    }

    private Map<String, TreeSet<String>> givers(String id) {
        var givers = new HashMap<String, TreeSet<String>>();
        device.socket
                .get("message_reactions_list", Map.of("mid", id))
                .path("reactions")
                .properties()
                .forEach(entry ->
                        entry.getValue()
                                .forEach(user ->
                                        givers.computeIfAbsent(entry.getKey(), _ -> new TreeSet<>())
                                                .add(user.asText())));
        return givers;
    }

    static List<Watched> all(Device... devices) {
        return List.of(devices).stream().map(Watched::new).toList();
    }
}
