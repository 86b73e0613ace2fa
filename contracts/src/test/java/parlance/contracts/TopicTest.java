package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void whatIsDeclaredIsWhatTheCodeKnows() {
        assertThat(declared()).containsExactlyInAnyOrderElementsOf(known());
    }

    @Test
    void aServiceOwnsItsCommandsAndQueries() {
        assertThat(Topic.MESSAGE_COMMANDS.service())
                .isEqualTo(Topic.MESSAGE_QUERIES.service())
                .isEqualTo("message");
        assertThat(Topic.MESSAGE_EVENTS.carriesCommands()).isFalse();
    }

    private static List<String> known() {
        var all = Arrays.stream(Topic.values()).map(Topic::wireName);
        var dead =
                Arrays.stream(Topic.values())
                        .filter(Topic::hasDeadLetters)
                        .map(Topic::deadLetterName);
        return Stream.concat(all, dead).toList();
    }

    private static List<String> declared() {
        var file = Resources.readFromRepository("deploy/kafka/topics.json");
        var names = new ArrayList<String>();
        Json.tree(file.getBytes(StandardCharsets.UTF_8))
                .path("topics")
                .forEach(topic -> names.add(topic.path("name").asText()));
        return names;
    }
}
