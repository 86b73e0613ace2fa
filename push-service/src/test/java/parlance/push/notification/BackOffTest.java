package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.testing.settings.Settings;

class BackOffTest {

    /** 2 s at first, 5 min at most. */
    private final BackOff backOff = new BackOff(Settings.of(NotificationConfig.class, Map.of()));

    @ParameterizedTest
    @CsvSource({"0, 2s", "1, 4s", "2, 8s", "5, 64s", "7, 256s", "8, 300s", "1000, 300s"})
    void isTwiceAsLongEachTimeUpToALimit(int attempts, String longest) {
        var limit = Duration.parse("PT" + longest);

        assertThat(waits(attempts)).allMatch(wait -> isBetween(wait, limit.dividedBy(2), limit));
    }

    @Test
    void thoseWhoFailedTogetherDoNotComeBackTogether() {
        assertThat(waits(5).distinct()).hasSizeGreaterThan(50);
    }

    private Stream<Duration> waits(int attempts) {
        return Stream.generate(() -> backOff.after(attempts)).limit(100);
    }

    private static boolean isBetween(Duration wait, Duration least, Duration most) {
        return wait.compareTo(least) >= 0 && wait.compareTo(most) <= 0;
    }
}
