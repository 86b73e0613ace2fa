package parlance.testing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final Mailbox mailbox = new Mailbox();

    @Test
    void whatIsPassedOverIsKeptInOrder() {
        mailbox.add(json("{\"typing\":1}"));
        mailbox.add(json("{\"message\":2}"));
        mailbox.add(json("{\"typing\":3}"));

        assertThat(mailbox.take("message", packet -> packet.has("message"), SHORT))
                .isEqualTo(json("{\"message\":2}"));

        assertThat(mailbox.unread())
                .containsExactly(json("{\"typing\":1}"), json("{\"typing\":3}"));
    }

    @Test
    void aWaitEndsWhenThePacketComes() {
        Thread.ofVirtual().start(() -> mailbox.add(json("{\"message\":1}")));

        assertThat(mailbox.take("message", packet -> packet.has("message"), Patience.USUAL))
                .isNotNull();
    }

    @Test
    void aWaitThatFailsTellsWhatCameInstead() {
        mailbox.add(json("{\"typing\":1}"));

        assertThatThrownBy(() -> mailbox.take("message", packet -> packet.has("message"), SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no message")
                .hasMessageContaining("typing");
    }

    @Test
    void whatCameBeforeTheEndCanStillBeTaken() {
        mailbox.add(json("{\"message\":1}"));
        mailbox.close(new Closing(1012, "drain"));

        assertThat(mailbox.take("message", packet -> packet.has("message"), SHORT)).isNotNull();
        assertThatThrownBy(() -> mailbox.take("message", packet -> packet.has("message"), SHORT))
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
