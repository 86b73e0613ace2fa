package parlance.push.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.push.TestUser.android;
import static parlance.push.TestUser.newToken;
import static parlance.push.subscription.CreateSubscriptionTest.created;
import static parlance.push.subscription.CreateSubscriptionTest.listed;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.TestUser;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class RemoveSubscriptionsOfUserTest {

    private final CommandClient client = CommandClient.shared();

    @Test
    void nothingRemainsOfADeletedUserAndEverythingOfTheOthers() {
        var ann = TestUser.newOne(client);
        var bob = TestUser.newOne(client);
        created(ann, android("phone", newToken()));
        created(ann, android("tablet", newToken()));
        created(bob, android("phone", newToken()));

        client.publish(new UserDeleted(ann.id(), ann.caller().organizationId(), 2));

        await().untilAsserted(() -> assertThat(listed(ann)).isEmpty());
        assertThat(listed(bob)).hasSize(1);
    }
}
