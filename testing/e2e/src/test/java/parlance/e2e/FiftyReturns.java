package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import parlance.testing.client.Patience;

/**
 * Ann writes without a pause to Bob, whose connection breaks or ends fifty times. He goes on at one
 * gateway or another, and has every message once and in order.
 */
final class FiftyReturns {

    private static final int RETURNS = 50;

    private final Cast cast;

    FiftyReturns(Cast cast) {
        this.cast = cast;
    }

    void play() throws Exception {
        var ann = cast.enters("ann");
        var bob = cast.enters("bob");
        var lunch = ann.opensConversationWith(bob);
        try (var phone = Resuming.insteadOf(bob.first(), cast.nextGateway());
                var chatter = Chatter.starts(ann, lunch)) {
            for (int i = 0; i < RETURNS; i++) {
                awaitSomething(phone);
                goesAndReturns(phone, i % 2 == 0, cast.nextGateway());
            }
            var sent = chatter.stops().stream().map(Sent::id).toList();
            phone.leavesWith(sent.size());

            assertThat(phone.messages()).isEqualTo(sent);
        }
    }

    private static void awaitSomething(Resuming phone) {
        Patience.until(Ordeal.RECOVERY, () -> assertThat(phone.unsettled()).isNotEmpty());
    }

    private static void goesAndReturns(Resuming phone, boolean abruptly, URI gateway) {
        if (abruptly) {
            phone.breaks();
        } else {
            phone.leaves();
        }
        phone.connects(gateway);
    }
}
