package parlance.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @Test
    void tellsReasonsRatherThanWhereTheyWereThrown(@TempDir Path folder) throws IOException {
        var log = folder.resolve("user-1.log");
        Files.writeString(
                log,
                """
                Failed to start
                java.lang.RuntimeException: no start
                \tat a.B.c(B.java:1)
                Caused by: java.lang.IllegalStateException: a key is missing
                \tat a.B.d(B.java:2)
                \t... 9 more
                """);

        assertThat(LogTail.of(log, 2))
                .containsExactly(
                        "java.lang.RuntimeException: no start",
                        "Caused by: java.lang.IllegalStateException: a key is missing");
    }

    @Test
    void saysNothingOfALogThatIsNotThere(@TempDir Path folder) {
        assertThat(LogTail.of(folder.resolve("none.log"), 5)).isEmpty();
    }
}
