package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parlance.local.launcher.Suite;

/**
 * A process or server fails and is repaired while users write. The suite recovers by itself; what
 * was acked is in the history and has reached the others, once and in order.
 */
public final class FaultScenario {

    public static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final int MESSAGES = 20;

    private final Suite suite;

    public FaultScenario(Suite suite) {
        this.suite = suite;
    }

    /** Ann writes to Bob meanwhile; neither's connection breaks. */
    public void of(Consumer<ContinuousSender> failure, Runnable repair) throws Exception {
        try (var testUsers = TestUsers.of(suite)) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.enters("bob");
            var lunch = ann.opensConversationWith(bob);
            try (var continuousSender = ContinuousSender.starts(ann, lunch)) {
                goesOn(continuousSender);

                failure.accept(continuousSender);
                await().atMost(RECOVERY)
                        .untilAsserted(() -> assertThat(continuousSender.setbacks()).isPositive());
                repair.run();

                goesOn(continuousSender);
                nothingIsLost(ann, bob, lunch, continuousSender.stops());
                assertThat(continuousSender.reconnects()).isZero();
            }
            somebodyNewIsServed(testUsers);
        }
    }

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

    private static void somebodyNewIsServed(TestUsers testUsers) {
        var cat = testUsers.enters("cat");
        var dan = testUsers.enters("dan");
        var dinner = cat.opensConversationWith(dan);
        dan.receives(cat.sends(dinner, "we are back"));
    }
}
