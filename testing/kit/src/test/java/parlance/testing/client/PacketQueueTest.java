package parlance.testing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.testing.waiting.Waiting;

class PacketQueueTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final PacketQueue packetQueue = new PacketQueue();

    @Test
    void whatIsPassedOverIsKeptInOrder() {
        packetQueue.add(json("{\"typing\":1}"));
        packetQueue.add(json("{\"message\":2}"));
        packetQueue.add(json("{\"typing\":3}"));

        assertThat(packetQueue.take("message", packet -> packet.has("message"), SHORT))
                .isEqualTo(json("{\"message\":2}"));

        assertThat(packetQueue.unread())
                .containsExactly(json("{\"typing\":1}"), json("{\"typing\":3}"));
    }

    @Test
    void aWaitEndsWhenThePacketComes() {
        Thread.ofVirtual().start(() -> packetQueue.add(json("{\"message\":1}")));

        assertThat(packetQueue.take("message", packet -> packet.has("message"), Waiting.LIMIT))
                .isNotNull();
    }

    @Test
    void aWaitThatFailsTellsWhatCameInstead() {
        packetQueue.add(json("{\"typing\":1}"));

        assertThatThrownBy(
                        () -> packetQueue.take("message", packet -> packet.has("message"), SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no message")
                .hasMessageContaining("typing");
    }

    @Test
    void whatCameBeforeTheEndCanStillBeTaken() {
        packetQueue.add(json("{\"message\":1}"));
        packetQueue.close(new Closing(1012, "drain"));

        assertThat(packetQueue.take("message", packet -> packet.has("message"), SHORT)).isNotNull();
        assertThatThrownBy(
                        () -> packetQueue.take("message", packet -> packet.has("message"), SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1012");
    }

    private static JsonNode json(String text) {
        try {
            return ChatClient.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
