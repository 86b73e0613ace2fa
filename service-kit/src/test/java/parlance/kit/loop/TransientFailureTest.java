package parlance.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisUnavailable;

class TransientFailureTest {

    static RuntimeException[] outages() {
        return new RuntimeException[] {
            new RedisUnavailable(new IOException("gone")),
            new org.apache.kafka.common.errors.TimeoutException("no broker")
        };
    }

    static RuntimeException[] mistakes() {
        return new RuntimeException[] {
            new IllegalStateException("ours"),
            new NullPointerException(),
            new Rejection(ErrorCode.FORBIDDEN),
            new RecordTooLargeException("not by waiting")
        };
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whatADriverThrowsWhileItsServerIsDownIsAnOutage(RuntimeException failure) {
        assertThat(TransientFailure.isOurs(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatWaitingDoesNotHealIsNone(RuntimeException failure) {
        assertThat(TransientFailure.isOurs(failure)).isFalse();
        assertThat(TransientFailure.isAnothers(failure)).isFalse();
    }

    @Test
    void anotherServiceThatDoesNotAnswerIsNotOurOutage() {
        for (var failure :
                new RuntimeException[] {
                    new ProcessingException("refused"), new CircuitBreakerOpenException("open")
                }) {
            assertThat(TransientFailure.isOurs(failure)).isFalse();
            assertThat(TransientFailure.isAnothers(failure)).isTrue();
        }
    }
}
