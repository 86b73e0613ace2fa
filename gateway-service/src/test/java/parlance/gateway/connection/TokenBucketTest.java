package parlance.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final TokenBucket bucket = new TokenBucket(10, 0);

    @Test
    void twiceASecondsWorthMayComeAtOnce() {
        assertThat(taken(25, 0)).isEqualTo(20);
        assertThat(bucket.refusedInARow()).isEqualTo(5);
    }

    @Test
    void itFillsAgainWithTime() {
        taken(20, 0);

        assertThat(taken(10, TimeUnit.MILLISECONDS.toNanos(500))).isEqualTo(5);
    }

    @Test
    void aPacketInTimeForgivesTheExcess() {
        taken(30, 0);

        assertThat(bucket.take(TimeUnit.SECONDS.toNanos(1))).isTrue();
        assertThat(bucket.refusedInARow()).isZero();
    }

    @Test
    void muchMayBeTakenAtOnce() {
        assertThat(bucket.take(15, 0)).isTrue();
        assertThat(bucket.take(15, 0)).isFalse();
        assertThat(bucket.refusedInARow()).isEqualTo(15);
        assertThat(bucket.take(5, 0)).isTrue();
    }

    private int taken(int asked, long nanos) {
        var taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += bucket.take(nanos) ? 1 : 0;
        }
        return taken;
    }
}
