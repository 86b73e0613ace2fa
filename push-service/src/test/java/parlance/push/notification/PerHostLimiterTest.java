package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerHostLimiterTest {

    private final PerHostLimiter perHostLimiter = new PerHostLimiter(2);

    @Test
    void aHostThatHangsLeavesRoomForOthers() {
        assertThat(perHostLimiter.enter("slow.test")).isTrue();
        assertThat(perHostLimiter.enter("slow.test")).isTrue();

        assertThat(perHostLimiter.enter("slow.test")).isFalse();
        assertThat(perHostLimiter.enter("other.test")).isTrue();
    }

    @Test
    void whoLeavesMakesRoomForOneMore() {
        perHostLimiter.enter("slow.test");
        perHostLimiter.enter("slow.test");
        perHostLimiter.leave("slow.test");

        assertThat(perHostLimiter.enter("slow.test")).isTrue();
        assertThat(perHostLimiter.enter("slow.test")).isFalse();
    }

    @Test
    void whoWasTurnedAwayTakesNoRoom() {
        perHostLimiter.enter("slow.test");
        perHostLimiter.enter("slow.test");
        perHostLimiter.enter("slow.test");
        perHostLimiter.leave("slow.test");
        perHostLimiter.leave("slow.test");

        assertThat(perHostLimiter.enter("slow.test")).isTrue();
        assertThat(perHostLimiter.enter("slow.test")).isTrue();
    }
}
