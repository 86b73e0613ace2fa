package parlance.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStatusClassifierTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-05-05T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "0, 0",
        "'Tue, 5 May 2026 12:01:30 GMT', 90",
        "'Tue, 5 May 2026 11:00:00 GMT', 0"
    })
    void aServerSaysInSecondsOrByADateHowLongToWait(String retryAfter, long seconds) {
        assertThat(HttpStatusClassifier.delay(retryAfter, NOON))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void whatIsNeitherSaysNothing(String retryAfter) {
        assertThat(HttpStatusClassifier.delay(retryAfter, NOON)).isNull();
    }

    @Test
    void whatIsTheServersFaultOrTooMuchPasses() {
        assertThat(List.of(408, 429, 500, 503)).allMatch(HttpStatusClassifier::isPassing);
        assertThat(List.of(200, 301, 400, 401, 404, 410, 413))
                .noneMatch(HttpStatusClassifier::isPassing);
    }
}
