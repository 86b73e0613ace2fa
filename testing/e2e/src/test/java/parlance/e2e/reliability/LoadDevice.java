package parlance.e2e.reliability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import parlance.e2e.client.Chat;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/**
 * A device as a good client is: it writes one message after the other, repeats each under its id
 * until it is acked, connects anew when its connection breaks, and resumes where that broke.
 */
final class LoadDevice implements AutoCloseable {

    private static final Duration ACK_LIMIT = Duration.ofSeconds(3);
    private static final Duration BACK_OFF = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final String user;
    private final String name;
    private final String accessToken;
    private final List<URI> gateways;
    private final List<Chat> chats;
    private final Duration interval;
    private final boolean resumes;
    private final Thread thread;

    private final List<Seen> seen = new ArrayList<>();
    private final List<Seen> acked = new ArrayList<>();
    private int gateway;
    private volatile int connections;
    private volatile boolean complete = true;
    private String cursor = "";
    private @Nullable ChatClient socket;
    private int number;
    private @Nullable Pending pending;
    private long nextSend;

    private volatile boolean writing;
    private volatile boolean silent;
    private volatile boolean listening = true;
    private volatile boolean quiet;
    private volatile int ackedSoFar;
    private volatile int receivedSoFar;

    /** A message and its conversation. */
    private record Seen(String chat, NumberedMessage message) {}

    private record Pending(String id, Chat chat, String body, long sentAt) {}

    /**
     * @param gateways tried in turn, beginning with one's own
     * @param interval between two messages that are acked at once
     * @param resumes whether it goes on where its connection broke
     */
    LoadDevice(
            String user,
            String name,
            String accessToken,
            List<URI> gateways,
            List<Chat> chats,
            Duration interval,
            boolean resumes) {
        this.user = user;
        this.name = name;
        this.accessToken = accessToken;
        this.gateways = gateways;
        this.chats = chats;
        this.interval = interval;
        this.resumes = resumes;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Connects, and writes nothing yet. */
    void connects() {
        thread.start();
    }

    boolean isConnected() {
        return connections > 0;
    }

    void startsWriting() {
        writing = true;
    }

    /** Writes nothing new; returns at once. */
    void fallsSilent() {
        writing = false;
        silent = true;
    }

    /** Whether it fell silent and its last message is acked. */
    boolean isQuiet() {
        return quiet;
    }

    /** Disconnects; to be called when it is quiet. */
    void leaves() throws InterruptedException {
        listening = false;
        thread.join();
    }

    List<Chat> chats() {
        return chats;
    }

    String user() {
        return user;
    }

    String name() {
        return name;
    }

    /** How many messages were acked until now. */
    int ackedSoFar() {
        return ackedSoFar;
    }

    boolean resumes() {
        return resumes;
    }

    /** How often it had to connect again. */
    int reconnects() {
        return connections - 1;
    }

    /** How many messages of other devices came until now. */
    int receivedSoFar() {
        return receivedSoFar;
    }

    boolean isComplete() {
        return complete;
    }

    List<NumberedMessage> acked(Chat chat) {
        return in(chat, acked);
    }

    Evidence.Receipt receipt(Chat chat) {
        return new Evidence.Receipt(user, name, complete, in(chat, seen));
    }

    private static List<NumberedMessage> in(Chat chat, List<Seen> all) {
        return all.stream()
                .collect(groupingBy(Seen::chat, mapping(Seen::message, toList())))
                .getOrDefault(chat.id(), List.of());
    }

    private void run() {
        while (listening) {
            quiet = silent && pending == null;
            try {
                var open = socket;
                if (open == null || !open.isOpen()) {
                    reconnect();
                } else {
                    write(open);
                    open.drain(LOOK).forEach(this::take);
                }
            } catch (AssertionError | RuntimeException failed) {
                disconnect();
                LockSupport.parkNanos(BACK_OFF.toNanos());
            }
        }
        disconnect();
    }

    private void reconnect() {
        disconnect();
        var dialer = WebSocketDialer.to(gateways.get(gateway++ % gateways.size()));
        var opened = dialer.open();
        socket = opened;
        var request = new HashMap<String, Object>();
        request.put("token", accessToken);
        request.put("device_id", name);
        if (resumes) {
            request.put("resume", cursor);
        }
        var welcome = opened.get("connect", request);
        // Until here nothing is numbered: whoever was not welcomed presents the old cursor again.
        complete = complete && (connections == 0 || welcome.path("resumed").asBoolean());
        cursor = welcome.path("cursor").asText();
        connections = connections + 1;
        var unacked = pending;
        if (unacked != null) {
            send(opened, unacked);
        }
    }

    private void disconnect() {
        var old = socket;
        if (old != null) {
            old.abort();
            old.drain(Duration.ZERO).forEach(this::take);
        }
        socket = null;
    }

    private void write(ChatClient open) {
        var waiting = pending;
        if (waiting != null) {
            if (System.nanoTime() - waiting.sentAt() > ACK_LIMIT.toNanos()) {
                send(open, waiting);
            }
        } else if (writing && System.nanoTime() >= nextSend) {
            number++;
            var chat = chats.get(number % chats.size());
            var id = name + "-" + number;
            send(open, new Pending(id, chat, NumberedMessage.body(name, number), 0));
            nextSend = System.nanoTime() + interval.toNanos();
        }
    }

    private void send(ChatClient open, Pending message) {
        pending = new Pending(message.id(), message.chat(), message.body(), System.nanoTime());
        var content =
                Map.of("id", message.id(), "cid", message.chat().id(), "body", message.body());
        open.send(Map.of("message", content));
    }

    private void take(JsonNode packet) {
        cursor = packet.path("cursor").asText(cursor);
        if (packet.path("message").has("_id")) {
            var message = packet.path("message");
            if (message.path("x").path("type").isMissingNode()) {
                see(message.path("cid").asText(), NumberedMessage.of(message));
            }
        } else if (packet.has("ack")) {
            acked(packet.path("ack"));
        }
    }

    private void see(String chat, NumberedMessage message) {
        seen.add(new Seen(chat, message));
        if (!message.device().equals(name)) {
            receivedSoFar = receivedSoFar + 1;
        }
    }

    private void acked(JsonNode ack) {
        var waiting = pending;
        if (waiting != null && waiting.id().equals(ack.path("mid").asText())) {
            var message = NumberedMessage.of(ack.path("server_mid").asText(), waiting.body());
            acked.add(new Seen(waiting.chat().id(), message));
            ackedSoFar = acked.size();
            pending = null;
        }
    }

    @Override
    public void close() throws InterruptedException {
        listening = false;
        thread.interrupt();
        thread.join(Duration.ofSeconds(10));
    }
}
