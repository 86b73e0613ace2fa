package parlance.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.ContinuousSender;
import parlance.e2e.client.FaultScenario;
import parlance.e2e.client.FrozenProcess;
import parlance.e2e.client.OfflineDeliveries;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.local.infra.Component;
import parlance.local.infra.ManagedProcess;
import parlance.local.launcher.Suite;

/** A gateway dies without a word (kill -9). */
class GatewayFaultIT {

    private static final Duration REAPED = TestSuite.LEASE.multipliedBy(3).plusSeconds(10);

    private final Suite suite = TestSuite.breakable();

    @Test
    void nothingIsLostForThoseWhoWereConnectedThere() throws Exception {
        var doomed = suite.addReplica("gateway");
        try (var testUsers = TestUsers.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = testUsers.enters("ann");
            var cat = testUsers.enters("cat");
            var bob = testUsers.entersAt("bob", suite.http(doomed));
            var team = ann.createsGroup("Team", bob, cat);
            bob.receives(ann.sends(team, "all well"));
            cat.first().socket.next("message");

            suite.killReplica(doomed);

            var atOnce = ann.sends(team, "bob is gone, nobody knows");
            cat.receives(atOnce);
            await().atMost(REAPED)
                    .untilAsserted(() -> assertThat(offline.hold(atOnce, bob)).isTrue());
            var later = ann.sends(team, "bob is gone, everybody knows");
            cat.receives(later);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(offline.hold(later, bob)).isTrue());
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
        try (var testUsers = TestUsers.of(suite)) {
            var bob = testUsers.enters("bob");
            var ann = testUsers.entersAt("ann", suite.http(doomed));
            var lunch = ann.opensConversationWith(bob);
            try (var continuousSender = ContinuousSender.starts(ann, lunch)) {
                FaultScenario.goesOn(continuousSender);

                suite.killReplica(doomed);

                FaultScenario.goesOn(continuousSender);
                FaultScenario.nothingIsLost(ann, bob, lunch, continuousSender.stops());
                assertThat(continuousSender.reconnects()).isEqualTo(1);
            }
        }
    }

    /** Another gateway takes its inbox meanwhile: it finds out, and sends its clients elsewhere. */
    @Test
    void oneThatIsFrozenForLongerThanALeaseDoublesNothingAndLosesNothing() throws Exception {
        var sleeping = suite.addReplica("gateway");
        try (var testUsers = TestUsers.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.entersAt("bob", suite.http(sleeping));
            var lunch = ann.opensConversationWith(bob);
            bob.receives(ann.sends(lunch, "all well"));
            var phone = bob.first();
            var sent = new ArrayList<Sent>();

            try (var frozen = FrozenProcess.of(processOf(sleeping))) {
                for (int i = 0; i < TestSuite.LEASE.toSeconds() + 3; i++) {
                    sent.add(ann.sends(lunch, "are you there? " + i));
                    FrozenProcess.waitFor(Duration.ofSeconds(1));
                }
            }

            assertThat(phone.socket.awaitClosing(REAPED).code()).isEqualTo(1012);
            await().atMost(REAPED)
                    .untilAsserted(
                            () -> assertThat(sent).allMatch(message -> offline.hold(message, bob)));
        }
        suite.stopReplica(sleeping);
    }

    private ManagedProcess processOf(String replica) {
        return suite.children().stream()
                .filter(process -> process.name().equals(replica))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneThatIsStoppedSaysGoodbye() throws Exception {
        var leaving = suite.addReplica("gateway");
        try (var testUsers = TestUsers.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.entersAt("bob", suite.http(leaving));
            var lunch = ann.opensConversationWith(bob);
            var phone = bob.first();

            suite.stopReplica(leaving);

            var closing = phone.socket.awaitClosing(Duration.ofSeconds(20));
            assertThat(closing.code()).isEqualTo(1012);
            assertThat(closing.reason()).matches("retry_after=\\d+");
            var sent = ann.sends(lunch, "gone already?");
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(offline.hold(sent, bob)).isTrue());
        }
    }

    @Test
    void itsReplacementServesAgain() throws Exception {
        var name = suite.addReplica("gateway");
        suite.killReplica(name);

        suite.startReplica(name);

        try (var testUsers = TestUsers.of(suite)) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.entersAt("bob", suite.http(name));
            var lunch = ann.opensConversationWith(bob);
            bob.receives(ann.sends(lunch, "noon?"));
            ann.receives(bob.sends(lunch, "yes"));
        }
        suite.stopReplica(name);
    }
}
