package parlance.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(config(19_456));

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
        var old = new Passwords(config(8_192)).hash("secret");

        assertThat(passwords.matches("secret", old)).isTrue();
        assertThat(passwords.isOutdated(old)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("secret"))).isFalse();
    }

    private static PasswordConfig config(int memory) {
        return new PasswordConfig() {
            @Override
            public int memory() {
                return memory;
            }

            @Override
            public int iterations() {
                return 2;
            }

            @Override
            public int concurrency() {
                return 2;
            }
        };
    }
}
