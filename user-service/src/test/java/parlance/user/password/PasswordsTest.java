package parlance.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = passwords(19_456);

    @Test
    void aHashMatchesItsPasswordOnly() {
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("Correct horse", hash)).isFalse();
    }

    @Test
    void theSamePasswordIsHashedDifferentlyEachTime() {
        assertThat(passwords.hash("secret")).isNotEqualTo(passwords.hash("secret"));
    }

    @Test
    void aHashOfOtherParametersStillMatchesAndIsKnownToBeOutdated() {
        var old = passwords(8_192).hash("secret");

        assertThat(passwords.matches("secret", old)).isTrue();
        assertThat(passwords.isOutdated(old)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("secret"))).isFalse();
    }

    private static Passwords passwords(int memory) {
        var config = new PasswordSettings(memory, 2, Duration.ofSeconds(20));
        return new Passwords(config, new HashingSlots(config));
    }
}
