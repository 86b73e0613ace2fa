package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Component;
import parlance.local.launcher.Suite;
import parlance.testing.client.Dial;
import parlance.testing.client.Patience;

/** Presence when a gateway dies without a word, and when Redis forgets. */
class PresenceFaultIT {

    private static final Duration REAPED = TestSuite.LEASE.multipliedBy(3).plusSeconds(10);

    private final Suite suite = TestSuite.breakable();
    private final Dial front = Dial.to(suite.frontDoor());

    @Test
    void threeDevicesOnThreeGatewaysGoOneByOneAndTheLastIsToldOnce() throws Exception {
        var doomed = suite.addReplica("gateway");
        var third = suite.addReplica("gateway");
        try (var cast = Cast.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = cast.enters("ann");
            var bob = cast.entersAt("bob", suite.http(third));
            var observer = Observer.watches(bob, ann, Dial.to(suite.http(third)));
            var phone = ann.first();
            ann.connects("tablet", suite.http(doomed));
            observer.isToldOnline();
            var laptop = ann.connects("laptop", suite.http(third));
            observer.isToldOnline();

            phone.socket.get("activity_status", Map.of("isInactive", true));
            var lunch = bob.opensConversationWith(ann);
            var sent = bob.sends(lunch, "noon?");
            ann.receives(sent);
            Patience.until(Patience.USUAL, () -> assertThat(offline.hold(sent, ann)).isTrue());

            laptop.socket.get("user_logout", Map.of());
            suite.killReplica(doomed);
            phone.close();

            observer.isToldOffline(REAPED);
            ann.connects("phone");
            observer.isToldOnline();
            observer.hasHeardNothingElse();
        }
        suite.stopReplica(third);
    }

    @Test
    void whileRedisForgetsNobodyIsAway() throws Exception {
        try (var cast = Cast.of(suite)) {
            var ann = cast.enters("ann");
            var bob = cast.enters("bob");
            var observer = Observer.watches(bob, ann, front);
            var lunch = bob.opensConversationWith(ann);

            suite.infrastructure().flushRedis();

            ann.receives(bob.sends(lunch, "still there?"));
            ann.leaves();
            observer.isToldOffline(Patience.USUAL);
            observer.hasHeardNothingElse();
        }
    }
}
