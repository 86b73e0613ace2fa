package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.local.launcher.Suite;
import parlance.testing.client.Patience;

/** The service that stores messages dies without a word (kill -9). */
class ServicesFaultIT {

    private final Suite suite = TestSuite.breakable();

    @Test
    void messageServiceIsKilledAndStarted() throws Exception {
        new Ordeal(suite)
                .of(_ -> suite.killReplica("message-1"), () -> suite.startReplica("message-1"));
    }

    @Test
    void whoResumesMeanwhileHasEveryMessageOnceAndInOrder() throws Exception {
        var door = suite.frontDoor();
        try (var cast = Cast.of(suite)) {
            var ann = cast.enters("ann");
            var bob = cast.enters("bob");
            var lunch = ann.opensConversationWith(bob);
            try (var phone = Resuming.insteadOf(bob.first(), door);
                    var chatter = Chatter.starts(ann, lunch)) {
                Ordeal.goesOn(chatter);
                suite.killReplica("message-1");
                Patience.until(Ordeal.RECOVERY, () -> assertThat(chatter.setbacks()).isPositive());
                phone.breaks();
                phone.connects(door);
                phone.breaks();
                suite.startReplica("message-1");
                Ordeal.goesOn(chatter);
                phone.connects(door);
                var sent = chatter.stops().stream().map(Sent::id).toList();

                phone.leavesWith(sent.size());

                assertThat(phone.messages()).isEqualTo(sent);
            }
        }
    }
}
