package parlance.push.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_LIST;
import static parlance.push.TestUser.android;
import static parlance.push.TestUser.newToken;
import static parlance.push.subscription.CreateSubscriptionTest.created;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.TestUser;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class ListSubscriptionsTest {

    private final CommandClient client = CommandClient.shared();

    @Test
    void givesTheCallersOwnWhoeverIsNamed() {
        var ann = TestUser.newOne(client);
        var bob = TestUser.newOne(client);
        var anns = created(ann, android("phone", newToken()));
        created(bob, android("phone", newToken()));

        var answer = ann.asks(PUSH_SUBSCRIPTION_LIST, Map.of("user_id", bob.id()));

        assertThat(answer.response().path("subscriptions")).containsExactly(anns);
    }

    @Test
    void anyKindOfIdWillDoButNone() {
        var ann = TestUser.newOne(client);

        var answer = ann.asks(PUSH_SUBSCRIPTION_LIST, Map.of("user_id", 7)).response();
        assertThat(answer.path("subscriptions").isArray()).isTrue();
        assertThat(answer.path("subscriptions")).isEmpty();
        var refused = ann.asks(PUSH_SUBSCRIPTION_LIST, Map.of());
        assertThat(refused.errorStatus()).isEqualTo(422);
        assertThat(refused.errorText()).isEqualTo("User ID missed.");
    }
}
