package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same over three gateways and two replicas of message-service. */
class ScaledDeliveryIT {

    @Test
    void twoHundredMessagesArriveOnceAndInOrder() throws Exception {
        assertThat(TestSuite.scaled().runningReplicas("gateway")).hasSize(3);
        try (var cast = Cast.spreadOver(TestSuite.scaled())) {
            new TwoHundredMessages(cast).play();
        }
    }

    @Test
    void oneConversationKeepsItsOrderWhileAReplicaJoinsAndAnotherLeaves() throws Exception {
        var suite = TestSuite.scaled();
        try (var cast = Cast.spreadOver(suite)) {
            var talk = TwentyTalkers.of(cast);

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
        try (var cast = Cast.spreadOver(TestSuite.scaled())) {
            var ann = cast.enters("ann");
            var bob = cast.enters("bob");
            var lunch = ann.opensConversationWith(bob);
            var tablet = ann.connects("tablet", cast.nextGateway());

            var fromTheTablet = tablet.sends(lunch, "noon?");

            ann.first().receives(fromTheTablet);
            bob.receives(fromTheTablet);
            tablet.receivesNothingMore();
        }
    }
}
