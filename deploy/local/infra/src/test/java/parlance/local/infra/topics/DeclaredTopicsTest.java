package parlance.local.infra.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredTopicsTest {

    private static final Path DECLARED = Path.of("../../kafka/topics.json");

    @Test
    void theDeclaredListIsRead() {
        var topics = DeclaredTopics.read(DECLARED);

        assertThat(topics.topics())
                .contains(
                        new DeclaredTopic("message.commands", 12, "delete", Duration.ofHours(24)),
                        new DeclaredTopic("conversation.events", 6, "compact", null));
    }

    @Test
    void aPrefixAndAPartitionLimitChangeNothingElse() {
        var topics = DeclaredTopics.read(DECLARED).withPrefix("t-").withAtMost(3);

        assertThat(topics.topics())
                .contains(
                        new DeclaredTopic("t-message.commands", 3, "delete", Duration.ofHours(24)),
                        new DeclaredTopic("t-session.events", 1, "delete", Duration.ofHours(4)));
    }

    @Test
    void segmentsAreShorterThanWhatIsKept() {
        assertThat(segmentOf("gateway.inbox")).isEqualTo(Duration.ofMinutes(2));
        assertThat(segmentOf("message.commands")).isLessThan(Duration.ofHours(12));
        assertThat(segmentOf("user.events")).isEqualTo(Duration.ofHours(4));
        assertThat(segmentOf("message.commands.dlq")).isNull();
    }

    private static @Nullable Duration segmentOf(String name) {
        return DeclaredTopics.read(DECLARED).topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .segment();
    }

    @Test
    void aPropertyThatNobodyAppliesIsRefused(@TempDir Path folder) throws Exception {
        var file = folder.resolve("topics.json");
        Files.writeString(
                file,
                """
                {"topics":[{"name":"a","partitions":1,"cleanup":"delete","retenton":"PT1H"}]}
                """);

        assertThatThrownBy(() -> DeclaredTopics.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("retenton");
    }
}
