package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a story about a failure asserts: users can write again, and what was acked is in the history
 * and has reached the others, once and in order.
 */
public final class FaultScenario {

    public static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final int MESSAGES = 20;

    private FaultScenario() {}

    /** Waits until some more are acked. */
    public static void goesOn(ContinuousSender continuousSender) {
        var enough = continuousSender.acked().size() + MESSAGES;
        await().atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(continuousSender.acked()).hasSizeGreaterThanOrEqualTo(enough));
    }

    public static void nothingIsLost(Person ann, Person bob, Chat lunch, List<Sent> acked) {
        assertThat(ann.history(lunch))
                .extracting(message -> message.path("_id").asText())
                .containsExactlyElementsOf(ids(acked));
        var socket = bob.first().socket;
        var received = new ArrayList<String>();
        while (received.size() < acked.size()) {
            received.add(socket.next("message", RECOVERY).path("_id").asText());
        }
        assertThat(received).isEqualTo(ids(acked));
        socket.receivesNothingMore();
    }

    private static List<String> ids(List<Sent> sent) {
        return sent.stream().map(Sent::id).toList();
    }
}
