package parlance.e2e.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import parlance.e2e.client.Chat;
import parlance.e2e.client.ObservedDevice;

/** People who write, edit, delete, read and react; always the same day for the same seed. */
final class BusyDay {

    private static final List<String> REACTIONS = List.of("+1", "heart", "party");

    /** A message that is still there, as the director of the day knows it. */
    private record Live(Chat chat, String id, String author, Set<String> hiddenFrom) {

        boolean isSeenBy(ObservedDevice device) {
            return !hiddenFrom.contains(device.me());
        }
    }

    private final Random random;
    private final List<ObservedDevice> devices;
    private final List<Chat> chats;
    private final List<Live> live = new ArrayList<>();

    /**
     * @param chats everybody takes part in the first one; in the others the owners of all devices
     *     but the last
     */
    BusyDay(long seed, List<ObservedDevice> devices, List<Chat> chats) {
        this.random = new Random(seed);
        this.devices = devices;
        this.chats = chats;
    }

    void goesOn(int acts) {
        for (int act = 0; act < acts; act++) {
            var device = any(devices);
            var chat = any(chatsOf(device));
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> say(device, chat, "message " + act);
                case 4, 5 -> edit(device, "edited in act " + act);
                case 6 -> deleteForAll(device);
                case 7 -> hide(device);
                case 8 -> readAll(device, chat);
                case 9 -> readOne(device);
                case 10 -> react(device, "add");
                default -> react(device, "remove");
            }
        }
    }

    List<Chat> chatsOf(ObservedDevice device) {
        return device == devices.getLast() ? List.of(chats.getFirst()) : chats;
    }

    void say(ObservedDevice device, Chat chat, String body) {
        live.add(new Live(chat, device.sends(chat, body), device.me(), new HashSet<>()));
    }

    private void edit(ObservedDevice device, String body) {
        for (var one : some(device, live.stream().filter(m -> m.author().equals(device.me())))) {
            device.does("message_edit", Map.of("id", one.id(), "body", body));
            device.shows(
                    "message_edit", Map.of("id", one.id(), "cid", one.chat().id(), "body", body));
        }
    }

    private void deleteForAll(ObservedDevice device) {
        for (var one : some(device, live.stream())) {
            var ids = List.of(one.id());
            var fields = Map.of("cid", one.chat().id(), "ids", ids, "type", "all");
            device.does("message_delete", fields);
            device.shows("message_delete", fields);
            live.remove(one);
        }
    }

    /** The protocol sends no packet for this: the owner's other devices see it when they list. */
    private void hide(ObservedDevice device) {
        for (var one : some(device, live.stream())) {
            device.does(
                    "message_delete",
                    Map.of(
                            "cid", one.chat().id(),
                            "ids", List.of(one.id()),
                            "type", "myself"));
            one.hiddenFrom().add(device.me());
            devicesOf(device)
                    .forEach(own -> {
                        own.awaits(one.chat(), one.id());
                        own.imageFile.hide(one.chat(), one.id());
                    });
        }
    }

    /** The same holds for what one has read oneself. */
    private void readAll(ObservedDevice device, Chat chat) {
        var last = live.stream().filter(one -> one.chat().equals(chat)).toList();
        device.does("message_read", Map.of("cid", chat.id()));
        devicesOf(device)
                .forEach(own -> {
                    last.stream()
                            .filter(one -> one.isSeenBy(own))
                            .forEach(one -> own.awaits(chat, one.id()));
                    own.imageFile.readAll(chat);
                });
    }

    private void readOne(ObservedDevice device) {
        for (var one : some(device, live.stream().filter(m -> !m.author().equals(device.me())))) {
            var ids = List.of(one.id());
            device.does("message_read", Map.of("cid", one.chat().id(), "ids", ids));
            devicesOf(device)
                    .forEach(own -> {
                        own.awaits(one.chat(), one.id());
                        own.imageFile.read(one.chat(), ids);
                    });
        }
    }

    private void react(ObservedDevice device, String change) {
        for (var one : some(device, live.stream())) {
            var reaction = any(REACTIONS);
            device.does("message_reactions_update", Map.of("mid", one.id(), change, reaction));
            device.shows(
                    "message_reactions_update",
                    Map.of(
                            "mid",
                            one.id(),
                            "cid",
                            one.chat().id(),
                            "from",
                            device.me(),
                            change,
                            reaction));
        }
    }

    private List<ObservedDevice> devicesOf(ObservedDevice device) {
        return devices.stream().filter(one -> one.me().equals(device.me())).toList();
    }

    /** One that its owner sees on this device, if there is one. */
    private List<Live> some(ObservedDevice device, Stream<Live> among) {
        var seen =
                among.filter(one -> chatsOf(device).contains(one.chat()))
                        .filter(one -> one.isSeenBy(device))
                        .toList();
        if (seen.isEmpty()) {
            return List.of();
        }
        var one = any(seen);
        device.awaits(one.chat(), one.id());
        return List.of(one);
    }

    private <T> T any(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
