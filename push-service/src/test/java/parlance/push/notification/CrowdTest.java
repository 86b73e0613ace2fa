package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {

    private final Crowd crowd = new Crowd(2);

    @Test
    void aHostThatHangsLeavesRoomForOthers() {
        assertThat(crowd.enter("slow.test")).isTrue();
        assertThat(crowd.enter("slow.test")).isTrue();

        assertThat(crowd.enter("slow.test")).isFalse();
        assertThat(crowd.enter("other.test")).isTrue();
    }

    @Test
    void whoLeavesMakesRoomForOneMore() {
        crowd.enter("slow.test");
        crowd.enter("slow.test");
        crowd.leave("slow.test");

        assertThat(crowd.enter("slow.test")).isTrue();
        assertThat(crowd.enter("slow.test")).isFalse();
    }

    @Test
    void whoWasTurnedAwayTakesNoRoom() {
        crowd.enter("slow.test");
        crowd.enter("slow.test");
        crowd.enter("slow.test");
        crowd.leave("slow.test");
        crowd.leave("slow.test");

        assertThat(crowd.enter("slow.test")).isTrue();
        assertThat(crowd.enter("slow.test")).isTrue();
    }
}
