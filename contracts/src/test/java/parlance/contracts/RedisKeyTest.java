package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RedisKeyTest {

    @Test
    void noTwoKindsHaveTheSameKey() {
        assertThat(Arrays.stream(RedisKey.values()).map(RedisKey::pattern)).doesNotHaveDuplicates();
    }

    @Test
    void theIdStandsInBracesSoThatItsKeysAreOnOneNode() {
        assertThat(RedisKey.CONVERSATION_REFILL.of("c1")).isEqualTo("conv:{c1}:refill");
        assertThat(RedisKey.USER_CONNECTIONS.pattern()).isEqualTo("conn:{user}");
    }

    @Test
    void theArchitecturePageTellsOfEveryKey() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "architecture.md"));

        assertThat(RedisKey.values()).allSatisfy(key -> assertThat(page).contains(rowOf(key)));
    }

    private static String rowOf(RedisKey key) {
        return "| `" + key.pattern() + "` | " + key.writer() + " | " + key.meaning() + " |";
    }
}
