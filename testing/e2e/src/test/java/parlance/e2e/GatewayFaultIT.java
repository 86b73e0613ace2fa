package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Component;
import parlance.local.launcher.Suite;
import parlance.testing.client.Patience;

/** A gateway dies without a word (kill -9). */
class GatewayFaultIT {

    private static final Duration REAPED = TestSuite.LEASE.multipliedBy(3).plusSeconds(10);

    private final Suite suite = TestSuite.breakable();

    @Test
    void nothingIsLostForThoseWhoWereConnectedThere() throws Exception {
        var doomed = suite.addReplica("gateway");
        try (var cast = Cast.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = cast.enters("ann");
            var cat = cast.enters("cat");
            var bob = cast.entersAt("bob", suite.http(doomed));
            var team = ann.createsGroup("Team", bob, cat);
            bob.receives(ann.sends(team, "all well"));
            cat.first().socket.next("message");

            suite.killReplica(doomed);

            var atOnce = ann.sends(team, "bob is gone, nobody knows");
            cat.receives(atOnce);
            Patience.until(REAPED, () -> assertThat(offline.hold(atOnce, bob)).isTrue());
            var later = ann.sends(team, "bob is gone, everybody knows");
            cat.receives(later);
            Patience.until(
                    Duration.ofSeconds(10), () -> assertThat(offline.hold(later, bob)).isTrue());
            bob.leaves();
            bob.connects("phone");
            assertThat(bob.history(team))
                    .extracting(message -> message.path("body").asText())
                    .containsExactly("all well", atOnce.body(), later.body());
            assertThat(bob.listed(team).path("unread_messages_count").asInt()).isEqualTo(3);
            bob.receives(ann.sends(team, "welcome back"));
        }
    }

    @Test
    void whoeverWroteThereWritesElsewhereAndNothingIsDoubled() throws Exception {
        var doomed = suite.addReplica("gateway");
        try (var cast = Cast.of(suite)) {
            var bob = cast.enters("bob");
            var ann = cast.entersAt("ann", suite.http(doomed));
            var lunch = ann.opensConversationWith(bob);
            try (var chatter = Chatter.starts(ann, lunch)) {
                Ordeal.goesOn(chatter);

                suite.killReplica(doomed);

                Ordeal.goesOn(chatter);
                Ordeal.nothingIsLost(ann, bob, lunch, chatter.stops());
                assertThat(chatter.reconnects()).isEqualTo(1);
            }
        }
    }

    @Test
    void oneThatIsStoppedSaysGoodbye() throws Exception {
        var leaving = suite.addReplica("gateway");
        try (var cast = Cast.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = cast.enters("ann");
            var bob = cast.entersAt("bob", suite.http(leaving));
            var lunch = ann.opensConversationWith(bob);
            var phone = bob.first();

            suite.stopReplica(leaving);

            var closing = phone.socket.awaitClosing(Duration.ofSeconds(20));
            assertThat(closing.code()).isEqualTo(1012);
            assertThat(closing.reason()).matches("retry_after=\\d+");
            var sent = ann.sends(lunch, "gone already?");
            Patience.until(
                    Duration.ofSeconds(5), () -> assertThat(offline.hold(sent, bob)).isTrue());
        }
    }

    @Test
    void itsReplacementServesAgain() throws Exception {
        var name = suite.addReplica("gateway");
        suite.killReplica(name);

        suite.startReplica(name);

        try (var cast = Cast.of(suite)) {
            var ann = cast.enters("ann");
            var bob = cast.entersAt("bob", suite.http(name));
            var lunch = ann.opensConversationWith(bob);
            bob.receives(ann.sends(lunch, "noon?"));
            ann.receives(bob.sends(lunch, "yes"));
        }
        suite.stopReplica(name);
    }
}
