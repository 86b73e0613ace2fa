package parlance.kit.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parlance.kit.loop.TransientFailure;

class OptimisticRetryTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OptimisticRetry retry = new OptimisticRetry(meters);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aChangeIsTriedUntilNoOtherWriterIsFaster() {
        var answer =
                retry.run(
                        "contacts",
                        () ->
                                attempts.incrementAndGet() < 5
                                        ? Optional.empty()
                                        : Optional.of("done"));

        assertThat(answer).isEqualTo("done");
        assertThat(attempts).hasValue(5);
        assertThat(conflicts()).isEqualTo(4);
        assertThat(contentions()).isZero();
    }

    @Test
    void aChangeThatNeverSucceedsEndsAsATransientFailure() {
        assertThatThrownBy(() ->
                        retry.run(
                                "contacts",
                                () -> {
                                    attempts.incrementAndGet();
                                    return Optional.empty();
                                }))
                .isInstanceOf(WriteContention.class)
                .hasMessageContaining("contacts")
                .matches(TransientFailure::isOurs);

        assertThat(attempts).hasValue(OptimisticRetry.ATTEMPTS);
        assertThat(conflicts()).isEqualTo(OptimisticRetry.ATTEMPTS);
        assertThat(contentions()).isEqualTo(1);
    }

    @Test
    void whatAnAttemptThrowsIsNotTriedAgain() {
        assertThatThrownBy(() ->
                        retry.run(
                                "contacts",
                                () -> {
                                    attempts.incrementAndGet();
                                    throw new IllegalStateException("ours");
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void whoIsStoppedWhileWaitingTriesNoFurther() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> retry.run("contacts", Optional::empty))
                .isInstanceOf(WriteContention.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private double conflicts() {
        return meters.get("parlance_write_conflicts")
                .tag("documents", "contacts")
                .counter()
                .count();
    }

    private double contentions() {
        return meters.get("parlance_write_contentions").counter().count();
    }
}
