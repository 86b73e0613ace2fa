package parlance.testing.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One user on one socket. Everything that arrives is told to the {@link DeliveryStats}. */
final class BenchUser implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DeliveryStats deliveryStats;
    private final Map<String, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private final String login = "bench-" + UUID.randomUUID().toString().substring(0, 13);

    private String id = "";
    private String group = "";
    private int others;

    private BenchUser(URI url, DeliveryStats deliveryStats) {
        this.deliveryStats = deliveryStats;
        this.socket = HTTP.newWebSocketBuilder().buildAsync(url, this).join();
    }

    static BenchUser signUp(Doors doors, DeliveryStats deliveryStats)
            throws IOException, InterruptedException {
        var user = new BenchUser(doors.socket(), deliveryStats);
        var credentials = "\"login\":\"%s\",\"password\":\"secret\"".formatted(user.login);
        user.id = user.ask("\"user_create\":{" + credentials + "}").at("/user/_id").asText();
        var token =
                new SignIn(HTTP, doors.login(), PATIENCE)
                        .token("{" + credentials + ",\"device_id\":\"bench\"}");
        user.ask("\"connect\":{\"token\":\"%s\",\"device_id\":\"bench\"}".formatted(token));
        return user;
    }

    String id() {
        return id;
    }

    void talkIn(String conversationId, int size) {
        group = conversationId;
        others = size - 1;
    }

    /** Asks and waits for the answer's fields. */
    JsonNode ask(String request) {
        var requestId = Long.toString(requests.incrementAndGet());
        var answer = new CompletableFuture<JsonNode>();
        pending.put(requestId, answer);
        write("{\"request\":{" + request + ",\"id\":\"" + requestId + "\"}}");
        var response = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (response.has("error")) {
            throw new IllegalStateException(response.toString());
        }
        return response;
    }

    /**
     * @param due {@link System#nanoTime()} when this was to be sent
     */
    void send(long due) {
        var messageId = deliveryStats.sending(id, due, others);
        write(
                "{\"message\":{\"id\":\"%s\",\"cid\":\"%s\",\"body\":\"%s\"}}"
                        .formatted(messageId, group, messageId));
    }

    /** Deletes the account. */
    void leave() {
        ask("\"user_delete\":{}");
        close();
    }

    void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            receive(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(String text) {
        var now = System.nanoTime();
        var packet = parse(text);
        if (packet.has("ask")) {
            deliveryStats.acked(packet.at("/ask/mid").asText(), now);
        } else if (packet.has("message") && packet.get("message").has("_id")) {
            deliveryStats.received(id, packet.at("/message/body").asText(), now);
        } else if (packet.has("response")) {
            var answer = pending.remove(packet.at("/response/id").asText());
            if (answer != null) {
                answer.complete(packet.get("response"));
            }
        }
    }

    private void write(String text) {
        synchronized (socket) {
            socket.sendText(text, true).join();
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
