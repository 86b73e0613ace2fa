package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parlance.local.launcher.Suite;
import parlance.testing.client.Patience;

/**
 * Something fails and is repaired while people write. The suite recovers by itself; what was acked
 * is in the history and has reached the others, once and in order.
 */
final class Ordeal {

    static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final int MESSAGES = 20;

    private final Suite suite;

    Ordeal(Suite suite) {
        this.suite = suite;
    }

    /** Ann writes to Bob meanwhile; neither's connection breaks. */
    void of(Consumer<Chatter> failure, Runnable repair) throws Exception {
        try (var cast = Cast.of(suite)) {
            var ann = cast.enters("ann");
            var bob = cast.enters("bob");
            var lunch = ann.opensConversationWith(bob);
            try (var chatter = Chatter.starts(ann, lunch)) {
                goesOn(chatter);

                failure.accept(chatter);
                Patience.until(RECOVERY, () -> assertThat(chatter.setbacks()).isPositive());
                repair.run();

                goesOn(chatter);
                nothingIsLost(ann, bob, lunch, chatter.stops());
                assertThat(chatter.reconnects()).isZero();
            }
            somebodyNewIsServed(cast);
        }
    }

    /** Waits until some more are acked. */
    static void goesOn(Chatter chatter) {
        var enough = chatter.acked().size() + MESSAGES;
        Patience.until(
                RECOVERY, () -> assertThat(chatter.acked()).hasSizeGreaterThanOrEqualTo(enough));
    }

    static void nothingIsLost(Person ann, Person bob, Chat lunch, List<Sent> acked) {
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

    private static void somebodyNewIsServed(Cast cast) {
        var cat = cast.enters("cat");
        var dan = cast.enters("dan");
        var dinner = cat.opensConversationWith(dan);
        dan.receives(cat.sends(dinner, "we are back"));
    }
}
