package parlance.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.Set;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.bson.BsonDocument;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisUnavailable;

class OutageTest {

    static RuntimeException[] outages() {
        return new RuntimeException[] {
            new RedisUnavailable(new IOException("gone")),
            new MongoTimeoutException("no server"),
            new MongoSocketReadException("reset", new ServerAddress()),
            new org.apache.kafka.common.errors.TimeoutException("no broker")
        };
    }

    static RuntimeException[] mistakes() {
        return new RuntimeException[] {
            new IllegalStateException("ours"),
            new NullPointerException(),
            new Rejection(ErrorCode.FORBIDDEN),
            new RecordTooLargeException("not by waiting"),
            new MongoWriteException(
                    new WriteError(11000, "duplicate key", new BsonDocument()),
                    new ServerAddress(),
                    Set.of())
        };
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whatADriverThrowsWhileItsServerIsDownIsAnOutage(RuntimeException failure) {
        assertThat(Outage.isOurs(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatWaitingDoesNotHealIsNone(RuntimeException failure) {
        assertThat(Outage.isOurs(failure)).isFalse();
        assertThat(Outage.isAnothers(failure)).isFalse();
    }

    @Test
    void anotherServiceThatDoesNotAnswerIsNotOurOutage() {
        for (var failure :
                new RuntimeException[] {
                    new ProcessingException("refused"), new CircuitBreakerOpenException("open")
                }) {
            assertThat(Outage.isOurs(failure)).isFalse();
            assertThat(Outage.isAnothers(failure)).isTrue();
        }
    }
}
