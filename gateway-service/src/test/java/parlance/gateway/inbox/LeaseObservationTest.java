package parlance.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseObservationTest {

    private long now;
    private final LeaseObservation leaseObservation =
            new LeaseObservation(Duration.ofSeconds(10), () -> now);

    @Test
    void isNotClearAtFirst() {
        assertThat(leaseObservation.isClear()).isFalse();

        look(Duration.ZERO);

        assertThat(leaseObservation.isClear()).isFalse();
    }

    @Test
    void isClearAfterALeaseOfLooks() {
        look(Duration.ZERO);
        for (int second = 1; second < 10; second++) {
            look(Duration.ofSeconds(1));
            assertThat(leaseObservation.isClear()).isFalse();
        }

        look(Duration.ofSeconds(1));

        assertThat(leaseObservation.isClear()).isTrue();
    }

    @Test
    void beginsAnewAfterABreakInWhichAHolderWouldHaveRenewed() {
        look(Duration.ZERO);
        for (int second = 0; second < 10; second++) {
            look(Duration.ofSeconds(1));
        }

        look(Duration.ofSeconds(4));

        assertThat(leaseObservation.isClear()).isFalse();
    }

    private void look(Duration later) {
        now += later.toNanos();
        leaseObservation.looked();
    }
}
