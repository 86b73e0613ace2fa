package parlance.presence.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

class PresenceTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Position BY = new Position("connections-0", 1, 0);

    private final Presence ann =
            Presence.arrived(new UserId("ann"), new OrganizationId("default"), NOON, BY);

    @Test
    void repeatsAreToldInABurstAndThenOneByOne() {
        var told = repeat(repeat(ann, NOON), NOON);

        assertThat(told.repeated(NOON, 2, Duration.ofSeconds(1))).isEmpty();
        assertThat(told.repeated(NOON.plusMillis(999), 2, Duration.ofSeconds(1))).isEmpty();
        var later = repeat(told, NOON.plusSeconds(1));
        assertThat(later.repeated(NOON.plusSeconds(1), 2, Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void whoIsQuietForLongDoesNotSaveMoreThanTheBurst() {
        var afternoon = NOON.plusSeconds(3_600);
        var told = repeat(repeat(repeat(ann, NOON), afternoon), afternoon);

        assertThat(told.repeated(afternoon, 2, Duration.ofSeconds(1))).isEmpty();
    }

    private static Presence repeat(Presence presence, Instant at) {
        return presence.repeated(at, 2, Duration.ofSeconds(1)).orElseThrow();
    }
}
