package parlance.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final int MEMORY = 19_456;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHashMatchesItsPasswordOnly(boolean nativeLibrary) {
        var passwords = passwords(MEMORY, nativeLibrary);
        var hash = passwords.hash("correct hörse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct hörse", hash)).isTrue();
        assertThat(passwords.matches("Correct hörse", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSamePasswordIsHashedDifferentlyEachTime(boolean nativeLibrary) {
        var passwords = passwords(MEMORY, nativeLibrary);

        assertThat(passwords.hash("secret")).isNotEqualTo(passwords.hash("secret"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatOneOfBothHasHashedTheOtherVerifies(boolean nativeLibrary) {
        var hash = passwords(MEMORY, nativeLibrary).hash("sécret 😀");
        var other = passwords(MEMORY, !nativeLibrary);

        assertThat(other.matches("sécret 😀", hash)).isTrue();
        assertThat(other.matches("secret", hash)).isFalse();
        assertThat(other.isOutdated(hash)).isFalse();
    }

    @Test
    void libargon2LoadsHere() {
        assertThat(new NativeArgon2id(settings(MEMORY, true)).hash("secret"))
                .startsWith("$argon2id$");
    }

    @Test
    void aHashOfOtherParametersStillMatchesAndIsKnownToBeOutdated() {
        var passwords = passwords(MEMORY, true);
        var old = passwords(8_192, true).hash("secret");

        assertThat(passwords.matches("secret", old)).isTrue();
        assertThat(passwords.isOutdated(old)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("secret"))).isFalse();
    }

    private static Passwords passwords(int memory, boolean nativeLibrary) {
        var config = settings(memory, nativeLibrary);
        var clock = Clock.systemUTC();
        return new Passwords(config, new HashingThreads(config, clock), clock);
    }

    private static PasswordSettings settings(int memory, boolean nativeLibrary) {
        return new PasswordSettings(memory, 2, Duration.ofSeconds(20), nativeLibrary);
    }
}
