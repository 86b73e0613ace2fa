package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.presence.Crowd;
import parlance.presence.OtherServices;
import parlance.presence.state.PresenceStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class DoubtsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject Doubts doubts;
    @Inject PresenceStore presences;

    @Test
    void whoLeftWithoutAWordIsFoundByTheWalkAndOthersStay() {
        var crowd = new Crowd(client);
        var ann = Crowd.person();
        var bob = Crowd.person();
        var bobsPhone = crowd.comes(bob);
        crowd.watches(bob, ann);
        var phone = crowd.comes(ann);
        crowd.awaitOnline(bobsPhone, ann);
        client.disconnect(ann, phone);

        doubts.walk();

        crowd.awaitOffline(bobsPhone, ann);
        assertThat(presences.find(List.of(bob.userId())).get(bob.userId()).online()).isTrue();
    }
}
