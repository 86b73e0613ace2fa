package parlance.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboundQueueTest {

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final InboundQueue lane = new InboundQueue(1_000, this::workOn);

    @Test
    void framesAreWorkedOnInOrder() throws Exception {
        List.of("a", "b", "c").forEach(lane::offer);
        gate.countDown();

        assertThat(next()).isEqualTo("a");
        assertThat(next()).isEqualTo("b");
        assertThat(next()).isEqualTo("c");

        lane.offer("d");
        assertThat(next()).isEqualTo("d");
    }

    @Test
    void whoSendsFasterThanIsWorkedOnIsRefused() {
        var accepted = 0;
        for (int i = 0; i < 100; i++) {
            accepted += lane.offer("") ? 1 : 0;
        }
        gate.countDown();

        assertThat(accepted).isBetween(10, 20);
    }

    private void workOn(String frame) {
        try {
            gate.await();
            done.add(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String next() throws InterruptedException {
        return done.poll(5, TimeUnit.SECONDS);
    }
}
