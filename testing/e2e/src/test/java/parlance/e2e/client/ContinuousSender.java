package parlance.e2e.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import parlance.testing.client.ChatClient;

/**
 * A user who sends one message after the other, and repeats each under the same id until it is
 * acked: on a new connection if the old one broke.
 */
public final class ContinuousSender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Person person;
    private final Chat chat;
    private final List<Sent> acked = new CopyOnWriteArrayList<>();
    private final AtomicInteger setbacks = new AtomicInteger();
    private final Thread thread;

    private final AtomicInteger reconnects = new AtomicInteger();
    private final long begin = System.nanoTime();

    private volatile boolean talking = true;
    private Device device;

    private ContinuousSender(Person person, Chat chat) {
        this.person = person;
        this.chat = chat;
        this.device = person.first();
        this.thread = Thread.ofVirtual().name("chatter").unstarted(this::talk);
    }

    public static ContinuousSender starts(Person person, Chat chat) {
        var continuousSender = new ContinuousSender(person, chat);
        continuousSender.thread.start();
        return continuousSender;
    }

    /** So far, in the order of their acks. */
    public List<Sent> acked() {
        return List.copyOf(acked);
    }

    /** How often a message was not acked at once. */
    public int setbacks() {
        return setbacks.get();
    }

    /** How often the connection broke. */
    public int reconnects() {
        return reconnects.get();
    }

    /** For how long this has gone on. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Returns when the last message is acked. */
    public List<Sent> stops() throws InterruptedException {
        talking = false;
        if (!thread.join(Duration.ofMinutes(2))) {
            throw new AssertionError(
                    "still not acked after two minutes; " + acked.size() + " were");
        }
        return acked();
    }

    private void talk() {
        for (int i = 0; talking; i++) {
            var body = "message " + i;
            var id = person.id() + ChatClient.newId();
            while (!tries(body, id)) {
                setbacks.incrementAndGet();
            }
        }
    }

    private boolean tries(String body, String id) {
        try {
            if (!device.socket.isOpen()) {
                device = person.connects("phone");
                reconnects.incrementAndGet();
            }
            device.starts(chat, body, id);
            var answer = device.socket.reply(id, PATIENCE);
            if (!answer.has("ack")) {
                return false;
            }
            acked.add(Sent.of(answer, chat, person.id(), body));
            return true;
        } catch (AssertionError | RuntimeException notNow) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        talking = false;
        thread.interrupt();
        thread.join(Duration.ofSeconds(10));
    }
}
