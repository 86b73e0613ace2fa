package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A device, with the state that a client builds from the packets that it receives and the requests
 * that it sends.
 */
public final class ObservedDevice {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final Device device;
    public final ImageFile imageFile;

    public ObservedDevice(Device device) {
        this.device = device;
        this.imageFile = new ImageFile(device.owner);
    }

    /** Does something, and shows it once the answer says that it is done. */
    public JsonNode does(String request, Map<String, ?> fields) {
        var answer = device.socket.get(request, fields);
        // What stands in the socket by now came before the answer.
        catchUp();
        return answer;
    }

    public String sends(Chat chat, String body) {
        var sent = device.sends(chat, body);
        catchUp();
        shows("message", Map.of("_id", sent.id(), "cid", chat.id(), "from", me(), "body", body));
        return sent.id();
    }

    /** What the others hear of, and this device knows because it did it. */
    public void shows(String event, Map<String, ?> content) {
        imageFile.apply(JSON.valueToTree(Map.of(event, content)));
    }

    public String me() {
        return device.owner.id();
    }

    /** Reads on until this message has come, or was sent from here. */
    public void awaits(Chat chat, String id) {
        while (imageFile.lines(chat).stream()
                .noneMatch(displayedMessage -> displayedMessage.id().equals(id))) {
            imageFile.apply(device.socket.next());
        }
    }

    private void catchUp() {
        for (int waiting = device.socket.unread().size(); waiting > 0; waiting--) {
            imageFile.apply(device.socket.next());
        }
    }

    /** The picture is what the lists say. */
    public void compare(Chat chat) {
        var listed = new ArrayList<DisplayedMessage>();
        device.socket
                .get("message_list", Map.of("cid", chat.id(), "limit", 100))
                .path("messages")
                .forEach(message -> listed.add(DisplayedMessage.of(message)));
        var shown = imageFile.lines(chat);
        assertThat(shown).as("messages on %s", device).isEqualTo(listed);

        var standing = device.owner.listed(chat);
        assertThat(imageFile.unread(chat))
                .as("unread on %s", device)
                .isEqualTo(standing.path("unread_messages_count").asLong());
        var last = standing.path("last_message");
        assertThat(shown.getFirst().id()).isEqualTo(last.path("_id").asText());
        assertThat(shown.getFirst().body()).isEqualTo(last.path("body").asText());
        for (var displayedMessage :
                shown.stream().filter(one -> !one.reactions().isEmpty()).toList()) {
            assertThat(imageFile.reactions(chat, displayedMessage.id()))
                    .isEqualTo(givers(displayedMessage.id()));
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

    public static List<ObservedDevice> all(Device... devices) {
        return List.of(devices).stream().map(ObservedDevice::new).toList();
    }
}
