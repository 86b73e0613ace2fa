package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;

/** The same over three gateways and two replicas of message-service. */
class ScaledDeliveryIT {

    @Test
    void twoHundredMessagesArriveOnceAndInOrder() throws Exception {
        assertThat(TestSuite.scaled().runningReplicas("gateway")).hasSize(3);
        try (var testUsers = TestUsers.spreadOver(TestSuite.scaled())) {
            new TwoHundredMessages(testUsers).play();
        }
    }

    @Test
    void oneConversationKeepsItsOrderWhileAReplicaJoinsAndAnotherLeaves() throws Exception {
        var suite = TestSuite.scaled();
        try (var testUsers = TestUsers.spreadOver(suite)) {
            var talk = TwentyTalkers.of(testUsers);

            talk.goOnWhile(() -> {
                var third = suite.addReplica("message");
                suite.stopReplica("message-2");
                suite.startReplica("message-2");
                suite.stopReplica(third);
            });

            talk.check();
        }
    }

    @Test
    void oneUsersDevicesMeetAtDifferentGateways() throws Exception {
        try (var testUsers = TestUsers.spreadOver(TestSuite.scaled())) {
            var ann = testUsers.enters("ann");
            var bob = testUsers.enters("bob");
            var lunch = ann.opensConversationWith(bob);
            var tablet = ann.connects("tablet", testUsers.nextGateway());

            var fromTheTablet = tablet.sends(lunch, "noon?");

            ann.first().receives(fromTheTablet);
            bob.receives(fromTheTablet);
            tablet.receivesNothingMore();
        }
    }
}
