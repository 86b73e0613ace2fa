package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import parlance.kit.limit.RateLimitStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class SignUpAttemptsTest {

    @Inject RateLimitStore limits;

    /** Of a network that nobody else has. */
    private final String address = "2001:db8:" + randomGroup() + ":" + randomGroup() + "::1";

    @Test
    void oneAddressHasItsBurstAndAnotherItsOwn() {
        var attempts = new SignUpAttempts(limits, twoAnHour());
        attempts.count(address);
        attempts.count(address);

        assertThatThrownBy(() -> attempts.count(address)).hasMessage("Too many requests.");
        assertThatCode(() -> attempts.count("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void whoeverHasNoAddressIsNotCounted() {
        var attempts = new SignUpAttempts(limits, twoAnHour());

        for (int i = 0; i < 5; i++) {
            assertThatCode(() -> attempts.count(null)).doesNotThrowAnyException();
        }
    }

    private static String randomGroup() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000));
    }

    private static SignUpConfig twoAnHour() {
        return new SignUpConfig() {
            @Override
            public int burst() {
                return 2;
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(30);
            }
        };
    }
}
