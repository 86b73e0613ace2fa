package parlance.e2e.story;

import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.TestSuite;
import parlance.e2e.operate.TraceReceiver;

class TraceIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void oneTraceLeadsFromTheSendersSocketToTheRecipients() throws Exception {
        var traces = TestSuite.traces();
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            // One packet in ten is traced.
            await().atMost(LIMIT)
                    .ignoreNoExceptions()
                    .until(() -> {
                        bob.receives(ann.sends(chat, "follow me"));
                        return hasWholeTrace(traces);
                    });
        });
    }

    private static boolean hasWholeTrace(TraceReceiver traces) {
        return traces.hasTraceWith(
                "gateway-service: packet message",
                "message-service: command message",
                "gateway-service: deliver");
    }
}
