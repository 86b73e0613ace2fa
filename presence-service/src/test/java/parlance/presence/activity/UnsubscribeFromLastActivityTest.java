package parlance.presence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class UnsubscribeFromLastActivityTest {

    private final CommandClient client = CommandClient.shared();
    private final PresenceFixture presenceFixture = new PresenceFixture(client);

    @Inject PresenceSubscriptionStore watches;

    private final Caller ann = PresenceFixture.person();
    private final Caller bob = PresenceFixture.person();

    @Test
    void theCallerWatchesNobodyAnyMore() {
        presenceFixture.watches(ann, bob);
        assertThat(watches.watchersOf(List.of(bob.userId())).get(bob.userId()))
                .containsExactly(ann.userId());

        for (int again = 0; again < 2; again++) {
            var answer = client.ask(Route.USER_LAST_ACTIVITY_UNSUBSCRIBE, ann, Map.of());

            assertThat(answer.response().get("success").asBoolean()).isTrue();
            assertThat(watches.watchersOf(List.of(bob.userId()))).isEmpty();
        }
    }
}
