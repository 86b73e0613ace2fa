package parlance.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Observer;
import parlance.e2e.client.OfflineDeliveries;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.local.infra.Component;
import parlance.local.launcher.Suite;
import parlance.testing.client.WebSocketDialer;
import parlance.testing.waiting.Waiting;

/** Presence when a gateway dies without a word, and when Redis forgets. */
class PresenceFaultIT {

    private static final Duration REAPED = TestSuite.LEASE.multipliedBy(3).plusSeconds(10);

    private final Suite suite = TestSuite.breakable();
    private final WebSocketDialer front = WebSocketDialer.to(suite.frontDoor());

    @Test
    void threeDevicesOnThreeGatewaysGoOneByOneAndTheLastIsToldOnce() throws Exception {
        var doomed = suite.addReplica("gateway");
        var third = suite.addReplica("gateway");
        try (var testUsers = TestUsers.of(suite);
                var offline =
                        new OfflineDeliveries(suite.infrastructure().address(Component.KAFKA))) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.entersAt("bob", suite.http(third));
            var observer = Observer.watches(bob, ann, WebSocketDialer.to(suite.http(third)));
            var phone = ann.first();
            ann.connects("tablet", suite.http(doomed));
            observer.isToldOnline();
            var laptop = ann.connects("laptop", suite.http(third));
            observer.isToldOnline();

            phone.socket.get("activity_status", Map.of("isInactive", true));
            var lunch = bob.opensConversationWith(ann);
            var sent = bob.sends(lunch, "noon?");
            ann.receives(sent);
            await().untilAsserted(() -> assertThat(offline.hold(sent, ann)).isTrue());

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
        try (var testUsers = TestUsers.of(suite)) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.enters("bob");
            var observer = Observer.watches(bob, ann, front);
            var lunch = bob.opensConversationWith(ann);

            suite.infrastructure().flushRedis();

            ann.receives(bob.sends(lunch, "still there?"));
            ann.leaves();
            observer.isToldOffline(Waiting.LIMIT);
            observer.hasHeardNothingElse();
        }
    }
}
