package parlance.e2e.story;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.e2e.client.Chat;
import parlance.e2e.client.Device;
import parlance.e2e.client.Person;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestUsers;

/**
 * Three people, one of them with two devices, write 200 messages at the same time into a group and
 * a direct conversation. Every other connection gets each of them exactly once, in the order of the
 * history.
 */
final class TwoHundredMessages {

    private static final int GROUP_MESSAGES_EACH = 40;
    private static final int PRIVATE_MESSAGES_EACH = 40;

    private final Person ann;
    private final Person bob;
    private final Person cat;
    private final Device tablet;

    TwoHundredMessages(TestUsers testUsers) {
        ann = testUsers.enters("ann");
        bob = testUsers.enters("bob");
        cat = testUsers.enters("cat");
        tablet = ann.connects("tablet", testUsers.nextGateway());
    }

    void play() throws Exception {
        var group = ann.createsGroup("Team", bob, cat);
        var lunch = ann.opensConversationWith(bob);

        var sent =
                atTheSameTime(
                        () -> writes(ann.first(), group, GROUP_MESSAGES_EACH, lunch),
                        () -> writes(bob.first(), group, GROUP_MESSAGES_EACH, lunch),
                        () -> writes(cat.first(), group, GROUP_MESSAGES_EACH, null));

        assertThat(sent).hasSize(200);
        for (var chat : List.of(group, lunch)) {
            checkHistory(chat, sent);
        }
        everybodyHasReceived(group, sent, bob.first(), cat.first(), tablet, ann.first());
        everybodyHasReceived(lunch, sent, bob.first(), tablet, ann.first());
        nobodyReceivesMore(group);
    }

    /** Pipelined: the next message does not wait for the ack of the one before. */
    private static List<Written> writes(
            Device device, Chat group, int inGroup, @Nullable Chat lunch) {
        var started = new ArrayList<Started>();
        for (int i = 0; i < inGroup; i++) {
            started.add(Started.of(device, group, device + " to all " + i));
            if (lunch != null && i < PRIVATE_MESSAGES_EACH) {
                started.add(Started.of(device, lunch, device + " to one " + i));
            }
        }
        return started.stream().map(Started::acked).toList();
    }

    private record Started(Device device, Chat chat, String body, String clientId) {

        static Started of(Device device, Chat chat, String body) {
            return new Started(device, chat, body, device.starts(chat, body));
        }

        Written acked() {
            return new Written(device, device.acked(clientId, chat, body));
        }
    }

    private record Written(Device device, Sent sent) {}

    /** Every acked message stands in the history, once, with the time of its ack. */
    private void checkHistory(Chat chat, List<Written> sent) {
        var stored = bob.history(chat);
        var acked =
                in(chat, sent).collect(toMap(written -> written.sent().id(), Function.identity()));
        assertThat(stored)
                .extracting(message -> message.path("_id").asText())
                .containsExactlyInAnyOrderElementsOf(acked.keySet());
        for (var message : stored) {
            var written = acked.get(message.path("_id").asText());
            assertThat(message.path("t").asLong()).isEqualTo(written.sent().at());
            assertThat(message.path("body").asText()).isEqualTo(written.sent().body());
            assertThat(message.path("from").asText()).isEqualTo(written.sent().from());
        }
    }

    private void everybodyHasReceived(Chat chat, List<Written> sent, Device... devices) {
        var order =
                bob.history(chat).stream().map(message -> message.path("_id").asText()).toList();
        for (var device : devices) {
            var own =
                    in(chat, sent)
                            .filter(written -> written.device() == device)
                            .map(written -> written.sent().id())
                            .toList();
            var expected = order.stream().filter(id -> !own.contains(id)).toList();
            assertThat(received(device, chat, expected.size()))
                    .as("what %s received in %s", device, chat)
                    .isEqualTo(expected);
        }
    }

    private static List<String> received(Device device, Chat chat, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var packet = device.socket.next(one -> isIn(chat, one), "message " + i + " of " + chat);
            ids.add(packet.path("message").path("_id").asText());
        }
        return ids;
    }

    private static boolean isIn(Chat chat, JsonNode packet) {
        return packet.path("message").path("cid").asText().equals(chat.id());
    }

    /** What was sent before the last message would have come before it. */
    private void nobodyReceivesMore(Chat group) {
        var last = cat.sends(group, "that was all");
        ann.receives(last);
        bob.receives(last);
        Stream.of(ann, bob, cat).forEach(Person::receivesNothingMore);
    }

    private static Stream<Written> in(Chat chat, List<Written> sent) {
        return sent.stream().filter(written -> written.sent().chat().equals(chat));
    }

    @SafeVarargs
    private static <T> List<T> atTheSameTime(Callable<List<T>>... tasks) throws Exception {
        var all = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(tasks))) {
                all.addAll(done.get());
            }
        }
        return all;
    }
}
