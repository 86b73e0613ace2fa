package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.presence.activity.PresenceSubscriptionStore;
import parlance.presence.state.PresenceStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OnUserDeletedTest {

    private final CommandClient client = CommandClient.shared();

    @Inject PresenceStore presences;
    @Inject PresenceSubscriptionStore watches;

    @Test
    void whoIsDeletedIsToldOfAsOfflineAndForgotten() {
        var presenceFixture = new PresenceFixture(client);
        var ann = PresenceFixture.person();
        var bob = PresenceFixture.person();
        var bobsPhone = client.connect(bob);
        presenceFixture.watches(bob, ann);
        presenceFixture.watches(ann, bob);
        presenceFixture.comes(ann);
        presenceFixture.awaitOnline(bobsPhone, ann);

        client.publish(new UserDeleted(ann.userId(), ann.organizationId(), Long.MAX_VALUE));

        presenceFixture.awaitOffline(bobsPhone, ann);
        await().untilAsserted(() -> {
            assertThat(presences.find(List.of(ann.userId()))).isEmpty();
            assertThat(watches.watchersOf(List.of(ann.userId(), bob.userId()))).isEmpty();
        });
    }
}
