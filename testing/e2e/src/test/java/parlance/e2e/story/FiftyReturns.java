package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import java.net.URI;
import parlance.e2e.client.ContinuousSender;
import parlance.e2e.client.FaultScenario;
import parlance.e2e.client.Resuming;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestUsers;

/**
 * Ann writes without a pause to Bob, whose connection breaks or ends fifty times. He goes on at one
 * gateway or another, and has every message once and in order.
 */
final class FiftyReturns {

    private static final int RETURNS = 50;

    private final TestUsers testUsers;

    FiftyReturns(TestUsers testUsers) {
        this.testUsers = testUsers;
    }

    void play() throws Exception {
        var ann = testUsers.enters("ann");
        var bob = testUsers.enters("bob");
        var lunch = ann.opensConversationWith(bob);
        try (var phone = Resuming.insteadOf(bob.first(), testUsers.nextGateway());
                var continuousSender = ContinuousSender.starts(ann, lunch)) {
            for (int i = 0; i < RETURNS; i++) {
                awaitSomething(phone);
                goesAndReturns(phone, i % 2 == 0, testUsers.nextGateway());
            }
            var sent = continuousSender.stops().stream().map(Sent::id).toList();
            phone.leavesWith(sent.size());

            assertThat(phone.messages()).isEqualTo(sent);
        }
    }

    private static void awaitSomething(Resuming phone) {
        await().atMost(FaultScenario.RECOVERY)
                .untilAsserted(() -> assertThat(phone.unsettled()).isNotEmpty());
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
