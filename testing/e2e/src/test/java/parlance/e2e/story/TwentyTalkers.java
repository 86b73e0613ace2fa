package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import parlance.e2e.client.Chat;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestUsers;

/** Twenty people talk all at once in one group, and one more only listens. */
final class TwentyTalkers {

    private static final int TALKERS = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A rebalance may hold a message up for longer than anything else does. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    interface Upheaval {
        void run() throws Exception;
    }

    private final List<Person> talkers;
    private final Person listener;
    private final Chat group;
    private final Map<String, Person> ackedBy = new ConcurrentHashMap<>();

    private TwentyTalkers(List<Person> talkers, Person listener, Chat group) {
        this.talkers = talkers;
        this.listener = listener;
        this.group = group;
    }

    static TwentyTalkers of(TestUsers testUsers) {
        var listener = testUsers.enters("listener");
        var talkers = IntStream.range(0, TALKERS).mapToObj(i -> testUsers.enters("t" + i)).toList();
        var group = listener.createsGroup("Agora", talkers.toArray(Person[]::new));
        return new TwentyTalkers(talkers, listener, group);
    }

    void goOnWhile(Upheaval upheaval) throws Exception {
        var over = new AtomicBoolean();
        var everybody = new ArrayList<Callable<Void>>();
        talkers.forEach(person -> everybody.add(() -> talk(person, over)));
        everybody.add(() -> {
            try {
                upheaval.run();
            } finally {
                over.set(true);
            }
            return null;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(everybody)) {
                done.get();
            }
        }
    }

    private Void talk(Person person, AtomicBoolean over) throws InterruptedException {
        for (int i = 0; !over.get(); i++) {
            var device = person.first();
            var clientId = device.starts(group, person + " says " + i);
            var ack = device.socket.reply(clientId, PATIENCE).path("ack");
            ackedBy.put(ack.path("server_mid").asText(), person);
            Thread.sleep(PAUSE);
        }
        return null;
    }

    /** The same messages in the same order: in the history, at every client, and in every count. */
    void check() {
        var history = listener.history(group);
        var order = history.stream().map(message -> message.path("_id").asText()).toList();
        assertThat(order).doesNotHaveDuplicates();
        assertThat(order).containsExactlyInAnyOrderElementsOf(ackedBy.keySet());
        var times = history.stream().map(TwentyTalkers::createdAt).toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        received(listener, order);
        for (var talker : talkers) {
            var others = order.stream().filter(id -> ackedBy.get(id) != talker).toList();
            received(talker, others);
            assertThat(unread(talker)).as("unread by %s", talker).isEqualTo(others.size());
        }
        assertThat(unread(listener)).isEqualTo(order.size());
    }

    private void received(Person person, List<String> expected) {
        var received = new ArrayList<String>();
        for (int i = 0; i < expected.size(); i++) {
            received.add(person.first().socket.next("message").path("_id").asText());
        }
        assertThat(received).as("what %s received", person).isEqualTo(expected);
        person.receivesNothingMore();
    }

    private int unread(Person person) {
        return person.listed(group).path("unread_messages_count").asInt();
    }

    private static Instant createdAt(JsonNode message) {
        return Instant.parse(message.path("created_at").asText());
    }
}
