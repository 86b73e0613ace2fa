package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.presence.Crowd;
import parlance.presence.OtherServices;
import parlance.presence.activity.WatchStore;
import parlance.presence.state.PresenceStore;
import parlance.testing.client.Patience;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OnUserDeletedTest {

    private final CommandClient client = CommandClient.shared();

    @Inject PresenceStore presences;
    @Inject WatchStore watches;

    @Test
    void whoIsDeletedIsToldOfAsOfflineAndForgotten() {
        var crowd = new Crowd(client);
        var ann = Crowd.person();
        var bob = Crowd.person();
        var bobsPhone = client.connect(bob);
        crowd.watches(bob, ann);
        crowd.watches(ann, bob);
        crowd.comes(ann);
        crowd.awaitOnline(bobsPhone, ann);

        client.publish(new UserDeleted(ann.userId(), ann.organizationId(), Long.MAX_VALUE));

        crowd.awaitOffline(bobsPhone, ann);
        Patience.until(
                Patience.USUAL,
                () -> {
                    assertThat(presences.find(List.of(ann.userId()))).isEmpty();
                    assertThat(watches.watchersOf(List.of(ann.userId(), bob.userId()))).isEmpty();
                });
    }
}
