package parlance.presence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.UserId;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class PresenceSubscriptionStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Inject PresenceSubscriptionStore watches;

    private final UserId ann = PresenceFixture.person().userId();
    private final UserId bob = PresenceFixture.person().userId();
    private final UserId cat = PresenceFixture.person().userId();

    @Test
    void nobodyWatchesTwo() {
        watches.save(ann, bob, NOON);
        watches.save(ann, cat, NOON.plusSeconds(1));

        assertThat(watches.watchersOf(List.of(bob, cat))).isEqualTo(Map.of(cat, List.of(ann)));
    }

    @Test
    void whatComesLateDoesNotUndoWhatIsNewer() {
        watches.save(ann, cat, NOON.plusSeconds(1));

        watches.save(ann, bob, NOON);
        watches.end(Map.of(ann, NOON));

        assertThat(watches.watchersOf(List.of(bob, cat))).isEqualTo(Map.of(cat, List.of(ann)));
    }

    @Test
    void manyEndAtOnceAndOthersStay() {
        watches.save(ann, cat, NOON);
        watches.save(bob, cat, NOON);
        var dan = PresenceFixture.person().userId();
        watches.save(dan, cat, NOON);

        watches.end(Map.of(ann, NOON, bob, NOON.plusSeconds(1)));

        assertThat(watches.watchersOf(List.of(cat))).isEqualTo(Map.of(cat, List.of(dan)));
    }
}
