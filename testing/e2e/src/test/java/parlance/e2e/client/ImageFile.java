package parlance.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a client shows of its conversations, built from the packets that came and the actions on the
 * client, without requests.
 */
public final class ImageFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final class Shown {
        final int place;
        final String from;
        String body;
        boolean read;
        final TreeMap<String, TreeSet<String>> reactions = new TreeMap<>();

        Shown(int place, String from, String body) {
            this.place = place;
            this.from = from;
            this.body = body;
        }
    }

    private final String owner;
    private final Map<Chat, SequencedMap<String, Shown>> chats = new HashMap<>();
    private final Map<Chat, Integer> readUpTo = new HashMap<>();
    private int places;

    public ImageFile(Person owner) {
        this.owner = owner.id();
    }

    public void apply(JsonNode packet) {
        var kind = packet.fieldNames().next();
        var content = packet.get(kind);
        var chat = new Chat(content.path("cid").asText());
        switch (kind) {
            case "message" -> add(chat, content);
            case "message_edit" ->
                    shown(chat, content.path("id"))
                            .forEach(one -> one.body = text(content, "body"));
            case "message_delete" ->
                    content.path("ids").forEach(id -> messages(chat).remove(id.asText()));
            case "message_read" ->
                    content.path("ids")
                            .forEach(id -> shown(chat, id).forEach(one -> one.read = true));
            case "message_reactions_update" ->
                    shown(chat, content.path("mid")).forEach(one -> react(one, content));
            default -> throw new AssertionError("nothing that a client knows: " + packet);
        }
    }

    private void add(Chat chat, JsonNode message) {
        var shown = new Shown(++places, text(message, "from"), text(message, "body"));
        if (messages(chat).put(text(message, "_id"), shown) != null) {
            throw new AssertionError("twice: " + message);
        }
    }

    private static void react(Shown message, JsonNode change) {
        var from = text(change, "from");
        if (change.has("add")) {
            message.reactions.computeIfAbsent(text(change, "add"), _ -> new TreeSet<>()).add(from);
        }
        if (change.has("remove")) {
            var givers = message.reactions.getOrDefault(text(change, "remove"), new TreeSet<>());
            givers.remove(from);
            message.reactions.values().removeIf(TreeSet::isEmpty);
        }
    }

    /** Its owner does not want to see it any more. */
    public void hide(Chat chat, String id) {
        messages(chat).remove(id);
    }

    /** Its owner has read these. */
    public void read(Chat chat, Collection<String> ids) {
        for (var id : ids) {
            var shown = messages(chat).get(id);
            if (shown != null) {
                readUpTo.merge(chat, shown.place, Math::max);
            }
        }
    }

    /** Its owner has read everything. */
    public void readAll(Chat chat) {
        readUpTo.put(chat, places);
    }

    /** Newest first. */
    public List<DisplayedMessage> lines(Chat chat) {
        var displayedMessages = new ArrayList<DisplayedMessage>();
        messages(chat).forEach((id, shown) -> displayedMessages.add(lineOf(id, shown)));
        return displayedMessages.reversed();
    }

    public long unread(Chat chat) {
        return messages(chat).values().stream()
                .filter(one -> !one.from.equals(owner))
                .filter(one -> one.place > readUpTo.getOrDefault(chat, 0))
                .count();
    }

    /** Who gave which, as {@code message_reactions_list} says it. */
    public Map<String, TreeSet<String>> reactions(Chat chat, String id) {
        return messages(chat).get(id).reactions;
    }

    private DisplayedMessage lineOf(String id, Shown shown) {
        var status = shown.read ? "read" : "sent";
        return new DisplayedMessage(
                id,
                shown.from,
                shown.body,
                shown.from.equals(owner) ? status : "",
                summaryOf(shown.reactions));
    }

    private ObjectNode summaryOf(Map<String, TreeSet<String>> reactions) {
        var summary = JSON.createObjectNode();
        if (!reactions.isEmpty()) {
            var own = summary.putArray("own");
            var total = summary.putObject("total");
            reactions.forEach((reaction, givers) -> {
                if (givers.contains(owner)) {
                    own.add(reaction);
                }
                total.put(reaction, givers.size());
            });
        }
        return summary;
    }

    private SequencedMap<String, Shown> messages(Chat chat) {
        return chats.computeIfAbsent(chat, _ -> new LinkedHashMap<>());
    }

    /** One, or none if it is not shown any more. */
    private List<Shown> shown(Chat chat, JsonNode id) {
        var shown = messages(chat).get(id.asText());
        return shown == null ? List.of() : List.of(shown);
    }

    private static String text(JsonNode content, String field) {
        return content.path(field).asText();
    }
}
