package parlance.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SightTest {

    private long now;
    private final Sight sight = new Sight(Duration.ofSeconds(10), () -> now);

    @Test
    void isNotClearAtFirst() {
        assertThat(sight.isClear()).isFalse();

        look(Duration.ZERO);

        assertThat(sight.isClear()).isFalse();
    }

    @Test
    void isClearAfterALeaseOfLooks() {
        look(Duration.ZERO);
        for (int second = 1; second < 10; second++) {
            look(Duration.ofSeconds(1));
            assertThat(sight.isClear()).isFalse();
        }

        look(Duration.ofSeconds(1));

        assertThat(sight.isClear()).isTrue();
    }

    @Test
    void beginsAnewAfterABreakInWhichAHolderWouldHaveRenewed() {
        look(Duration.ZERO);
        for (int second = 0; second < 10; second++) {
            look(Duration.ofSeconds(1));
        }

        look(Duration.ofSeconds(4));

        assertThat(sight.isClear()).isFalse();
    }

    private void look(Duration later) {
        now += later.toNanos();
        sight.looked();
    }
}
