package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.Story.story;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.e2e.operate.TraceReceiver;

class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void oneTraceLeadsFromTheSendersSocketToTheRecipients() throws Exception {
        var traces = TestSuite.traces();
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            var end = System.nanoTime() + PATIENCE.toNanos();
            // One packet in ten is traced.
            do {
                bob.receives(ann.sends(chat, "follow me"));
            } while (!hasWholeTrace(traces) && System.nanoTime() < end);
            assertThat(hasWholeTrace(traces)).isTrue();
        });
    }

    private static boolean hasWholeTrace(TraceReceiver traces) {
        return traces.hasTraceWith(
                "gateway-service: packet message",
                "message-service: command message",
                "gateway-service: deliver");
    }
}
