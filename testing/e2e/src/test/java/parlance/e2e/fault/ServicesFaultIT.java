package parlance.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import org.junit.jupiter.api.Test;
import parlance.e2e.client.ContinuousSender;
import parlance.e2e.client.FaultScenario;
import parlance.e2e.client.Resuming;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.local.launcher.Suite;

/** The service that stores messages dies without a word (kill -9). */
class ServicesFaultIT {

    private final Suite suite = TestSuite.breakable();

    @Test
    void whoResumesMeanwhileHasEveryMessageOnceAndInOrder() throws Exception {
        var door = suite.frontDoor();
        try (var testUsers = TestUsers.of(suite)) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.enters("bob");
            var lunch = ann.opensConversationWith(bob);
            try (var phone = Resuming.insteadOf(bob.first(), door);
                    var continuousSender = ContinuousSender.starts(ann, lunch)) {
                FaultScenario.goesOn(continuousSender);
                suite.killReplica("message-1");
                await().atMost(FaultScenario.RECOVERY)
                        .untilAsserted(() -> assertThat(continuousSender.setbacks()).isPositive());
                phone.breaks();
                phone.connects(door);
                phone.breaks();
                suite.startReplica("message-1");
                FaultScenario.goesOn(continuousSender);
                phone.connects(door);
                var sent = continuousSender.stops().stream().map(Sent::id).toList();

                phone.leavesWith(sent.size());

                assertThat(phone.messages()).isEqualTo(sent);
            }
        }
    }
}
