package parlance.e2e.reliability;

import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.awaitility.core.ConditionTimeoutException;
import parlance.e2e.client.Chat;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestUsers;
import parlance.local.launcher.Suite;

/**
 * Five people in three overlapping groups, two of them with two devices, all writing; one more
 * member is away all the time. The devices are spread over the gateways; second ones do not resume.
 */
final class Load implements AutoCloseable {

    private static final int MEMBERS = 5;

    /** Resumes, as a good client does. */
    private static final String PHONE = "phone";

    /** Does not, as existing clients. */
    private static final String LAPTOP = "laptop";

    private static final Duration INTERVAL = Duration.ofMillis(150);
    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    private final Suite suite;
    private final TestUsers testUsers;
    private final List<Person> members = new ArrayList<>();
    private final Person absentee;
    private final Map<Chat, List<Person>> groups = new LinkedHashMap<>();
    private final List<LoadDevice> devices = new ArrayList<>();
    private Instant began = Instant.now();

    private Load(Suite suite) {
        this.suite = suite;
        this.testUsers = TestUsers.of(suite);
        for (int i = 0; i < MEMBERS; i++) {
            members.add(testUsers.enters("member" + i));
        }
        absentee = testUsers.enters("absentee");
        createGroup("first", 0, 1, 2);
        createGroup("second", 1, 2, 3, 4);
        createGroup("third", 0, 4);
        addDevices();
    }

    static Load starts(Suite suite) {
        var load = new Load(suite);
        load.absentee.leaves();
        load.members.forEach(Person::leaves);
        load.devices.forEach(LoadDevice::connects);
        await().atMost(ARRIVAL)
                .until(() -> load.devices.stream().allMatch(LoadDevice::isConnected));
        load.began = Instant.now();
        load.devices.forEach(LoadDevice::startsWriting);
        return load;
    }

    private void createGroup(String name, int first, int... others) {
        var group = new ArrayList<Person>();
        for (var other : others) {
            group.add(members.get(other));
        }
        group.add(absentee);
        var chat = members.get(first).createsGroup(name, group.toArray(Person[]::new));
        group.addFirst(members.get(first));
        groups.put(chat, group);
    }

    private void addDevices() {
        var gateways = suite.runningReplicas("gateway").stream().map(suite::http).toList();
        for (int i = 0; i < members.size(); i++) {
            addDevice(members.get(i), PHONE, rotated(gateways, i));
            if (i % 2 == 0 && i > 0) {
                addDevice(members.get(i), LAPTOP, rotated(gateways, i + 1));
            }
        }
    }

    private void addDevice(Person person, String kind, List<URI> gateways) {
        var device = person.connects(person.login.substring(0, 7) + "-" + kind);
        devices.add(
                new LoadDevice(
                        person.login,
                        device.name,
                        device.accessToken,
                        gateways,
                        groupsOf(person),
                        INTERVAL,
                        kind.equals(PHONE)));
    }

    private List<Chat> groupsOf(Person person) {
        return groups.keySet().stream().filter(chat -> groups.get(chat).contains(person)).toList();
    }

    private static List<URI> rotated(List<URI> all, int by) {
        var rotated = new ArrayList<URI>();
        for (int i = 0; i < all.size(); i++) {
            rotated.add(all.get((i + by) % all.size()));
        }
        return rotated;
    }

    /** Since all devices are connected. */
    Duration age() {
        return Duration.between(began, Instant.now());
    }

    /** How many messages of each device were acked until now. */
    Map<LoadDevice, Integer> progress() {
        var progress = new HashMap<LoadDevice, Integer>();
        devices.forEach(device -> progress.put(device, device.ackedSoFar()));
        return progress;
    }

    /** Whether the messages that were acked since are enough, for every device. */
    boolean wentOn(Map<LoadDevice, Integer> since, IntPredicate enough) {
        return devices.stream()
                .allMatch(device -> enough.test(device.ackedSoFar() - since.get(device)));
    }

    /** The devices write no more, receive what is on its way, and leave. */
    void stops(Duration limit) throws InterruptedException {
        devices.forEach(LoadDevice::fallsSilent);
        await().atMost(limit).until(() -> devices.stream().allMatch(LoadDevice::isQuiet));
        try {
            await().atMost(ARRIVAL).until(() -> devices.stream().allMatch(this::hasEverything));
        } catch (ConditionTimeoutException missing) {
            // The check says what is missing.
        }
        for (var device : devices) {
            device.leaves();
        }
    }

    private boolean hasEverything(LoadDevice device) {
        var ofOthers =
                device.chats().stream()
                        .flatMap(chat ->
                                devices.stream()
                                        .filter(other -> other != device)
                                        .flatMap(other -> other.acked(chat).stream()))
                        .count();
        return !device.isComplete() || device.receivedSoFar() >= ofOthers;
    }

    int acked() {
        return devices.stream().mapToInt(LoadDevice::ackedSoFar).sum();
    }

    int received() {
        return devices.stream().mapToInt(LoadDevice::receivedSoFar).sum();
    }

    int reconnects() {
        return devices.stream().mapToInt(LoadDevice::reconnects).sum();
    }

    /** Of the devices that would miss something by it. */
    int reconnectsWithoutResume() {
        return devices.stream()
                .filter(device -> !device.resumes())
                .mapToInt(LoadDevice::reconnects)
                .sum();
    }

    /** To be asked for when the load has stopped. */
    List<Evidence> evidence() {
        absentee.connects("phone");
        members.forEach(member -> member.connects("looks"));
        var logged = operationsLog();
        var unread = new HashMap<Person, JsonNode>();
        members.forEach(member -> unread.put(member, conversations(member)));
        return groups.keySet().stream().map(chat -> evidence(chat, logged, unread)).toList();
    }

    private Evidence evidence(
            Chat chat, List<JsonNode> logged, Map<Person, JsonNode> conversations) {
        var group = groups.get(chat);
        var unread = new HashMap<String, Long>();
        conversations.forEach((member, list) -> {
            if (group.contains(member)) {
                unread.put(member.login, unread(chat, list));
            }
        });
        return new Evidence(
                devices.stream().flatMap(device -> device.acked(chat).stream()).toList(),
                group.getFirst().history(chat).stream().map(NumberedMessage::of).toList(),
                devices.stream()
                        .filter(device -> unread.containsKey(device.user()))
                        .map(device -> device.receipt(chat))
                        .toList(),
                logged.stream()
                        .filter(message -> message.path("cid").asText().equals(chat.id()))
                        .map(NumberedMessage::of)
                        .toList(),
                unread);
    }

    private List<JsonNode> operationsLog() {
        var messages = new ArrayList<JsonNode>();
        var since = began.toString();
        while (true) {
            var page =
                    absentee.first()
                            .socket
                            .get("op_log_list", Map.of("created_at", Map.of("gt", since)))
                            .path("logs");
            if (page.isEmpty()) {
                return messages;
            }
            for (var entry : page) {
                since = entry.path("created_at").asText();
                if (entry.path("packet").has("message")) {
                    messages.add(entry.path("packet").path("message"));
                }
            }
        }
    }

    private static JsonNode conversations(Person member) {
        return member.first()
                .socket
                .get("conversation_list", Map.of("limit", 100))
                .path("conversations");
    }

    private static long unread(Chat chat, JsonNode conversations) {
        for (var conversation : conversations) {
            if (conversation.path("_id").asText().equals(chat.id())) {
                return conversation.path("unread_messages_count").asLong();
            }
        }
        throw new AssertionError(chat + " is not in " + conversations);
    }

    @Override
    public void close() throws InterruptedException {
        for (var device : devices) {
            device.close();
        }
        testUsers.close();
    }
}
