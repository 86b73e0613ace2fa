package parlance.testing.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parlance.testing.waiting.Waiting;

/**
 * One WebSocket connection. Packets that a wait passes over are kept, in order, for a later wait;
 * nothing is ever awaited without a deadline.
 */
public final class ChatClient implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final WebSocket socket;
    private final PacketQueue packetQueue;
    private final PacketObserver packetObserver;

    ChatClient(WebSocket socket, PacketQueue packetQueue, PacketObserver packetObserver) {
        this.socket = socket;
        this.packetQueue = packetQueue;
        this.packetObserver = packetObserver;
    }

    // Sending

    /** Sends a frame as it is. */
    public void sendText(String frame) {
        await(socket.sendText(frame, true));
    }

    /** Sends a binary frame. */
    public void sendBytes(byte[] frame) {
        await(socket.sendBinary(ByteBuffer.wrap(frame), true));
    }

    /** Sends {@code packet} as JSON. */
    public void send(Object packet) {
        sendText(write(packet));
    }

    /** Sends {@code {"request":{name:body,"id":…}}} with a new id, and returns the id. */
    public String request(String name, Object body) {
        var id = newId();
        request(name, body, id);
        return id;
    }

    /**
     * @param id text or a number
     */
    public void request(String name, Object body, Object id) {
        var request = JSON.createObjectNode();
        request.putPOJO(name, body).putPOJO("id", id);
        packetObserver.asked(JSON.valueToTree(id), name);
        send(JSON.createObjectNode().<ObjectNode>set("request", request));
    }

    /** An id that no other request of this JVM has. */
    public static String newId() {
        return "r-" + NUMBERS.incrementAndGet();
    }

    // Waiting

    /** Asks and waits for the content of the {@code response}, be it a result or an error. */
    public JsonNode ask(String name, Object body) {
        return reply(request(name, body)).path("response");
    }

    /** Asks for something that must succeed. */
    public JsonNode get(String name, Object body) {
        var response = ask(name, body);
        assertThat(response.path("error")).as("error of %s", name).isEmpty();
        return response;
    }

    /** The packet that answers the request with this id: a response, an ack or an error. */
    public JsonNode reply(Object id) {
        return reply(id, Waiting.LIMIT);
    }

    /** See {@link #reply(Object)}. */
    public JsonNode reply(Object id, Duration limit) {
        JsonNode wanted = JSON.valueToTree(id);
        return packetQueue.take("reply to " + wanted, packet -> answers(packet, wanted), limit);
    }

    private static boolean answers(JsonNode packet, JsonNode id) {
        var content = packet.path(packet.fieldNames().hasNext() ? packet.fieldNames().next() : "");
        return packet.path("response").path("id").equals(id)
                || packet.path("ask").path("mid").equals(id)
                || (content.has("error") && content.path("id").equals(id));
    }

    /** The content of the next packet of this kind, such as {@code message}, errors apart. */
    public JsonNode next(String kind) {
        return next(kind, Waiting.LIMIT);
    }

    /** See {@link #next(String)}. */
    public JsonNode next(String kind, Duration limit) {
        return packetQueue.take(kind, packet -> isA(kind, packet), limit).path(kind);
    }

    private static boolean isA(String kind, JsonNode packet) {
        return packet.has(kind) && !packet.path(kind).has("error");
    }

    /** The next packet of any kind. */
    public JsonNode next() {
        return next(_ -> true, "packet");
    }

    /** The next packet that {@code wanted} accepts. */
    public JsonNode next(Predicate<JsonNode> wanted, String description) {
        return packetQueue.take(description, wanted, Waiting.LIMIT);
    }

    /** Everything that came and that no wait has taken. */
    public List<JsonNode> unread() {
        return packetQueue.unread();
    }

    /**
     * Takes all that came, in order; waits for the first of it, unless the connection is closed.
     */
    public List<JsonNode> drain(Duration limit) {
        return packetQueue.drain(limit);
    }

    /**
     * Checks that nothing is left to read, with a {@code ping} for a fence: what the gateway had
     * for this connection before the ping stands before the pong.
     */
    public void receivesNothingMore() {
        get("ping", JSON.createObjectNode());
        assertThat(unread()).as("packets that nobody expected").isEmpty();
    }

    // Ending

    /** Waits until the server has closed the socket. */
    public Closing awaitClosing(Duration limit) {
        return packetQueue.awaitClosing(limit);
    }

    public boolean isOpen() {
        return !packetQueue.isClosed();
    }

    /** Says goodbye and goes. */
    @Override
    public void close() {
        if (!socket.isOutputClosed() && isOpen()) {
            await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        }
        socket.abort();
        packetQueue.close(new Closing(WebSocket.NORMAL_CLOSURE, "closed by the test"));
        packetObserver.conclude();
    }

    /** Breaks the connection without a word, as a dead battery would. */
    public void abort() {
        socket.abort();
        packetQueue.close(new Closing(Closing.ABNORMAL, "broken by the test"));
    }

    private static void await(Future<?> done) {
        try {
            done.get(Waiting.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("could not send", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while sending", e);
        }
    }

    private static String write(@Nullable Object packet) {
        try {
            return JSON.writeValueAsString(packet);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
