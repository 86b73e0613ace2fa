package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.presence.state.PresenceStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OfflineChecksTest {

    private final CommandClient client = CommandClient.shared();

    @Inject OfflineChecks offlineChecks;
    @Inject PresenceStore presences;
    @Inject Scheduler scheduler;

    @Test
    void theWalkIsScheduled() {
        assertThat(scheduler.getScheduledJobs())
                .extracting(Trigger::getMethodDescription)
                .anySatisfy(method -> assertThat(method).endsWith("OfflineChecks#walk"));
    }

    @Test
    void whoLeftWithoutAWordIsFoundByTheWalkAndOthersStay() {
        var presenceFixture = new PresenceFixture(client);
        var ann = PresenceFixture.person();
        var bob = PresenceFixture.person();
        var bobsPhone = presenceFixture.comes(bob);
        presenceFixture.watches(bob, ann);
        var phone = presenceFixture.comes(ann);
        presenceFixture.awaitOnline(bobsPhone, ann);
        client.disconnect(ann, phone);

        offlineChecks.reconcile();

        presenceFixture.awaitOffline(bobsPhone, ann);
        assertThat(presences.find(List.of(bob.userId())).get(bob.userId()).online()).isTrue();
    }
}
