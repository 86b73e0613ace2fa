package parlance.local.infra.topics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The declared list. A property that this class does not know fails the reading of the file. */
public record DeclaredTopics(Defaults defaults, List<DeclaredTopic> topics) {

    /** What holds for every topic. */
    public record Defaults(
            short replication, int minInsyncReplicas, int maxMessageBytes, String timestampType) {}

    /** Reads {@code topics.json}. */
    public static DeclaredTopics read(Path file) {
        var durations = new SimpleModule().addDeserializer(Duration.class, new Durations());
        try {
            return new ObjectMapper()
                    .registerModule(durations)
                    .readValue(file.toFile(), DeclaredTopics.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the declared topics in " + file, e);
        }
    }

    /** The same topics under other names, so that test modules can share one cluster. */
    public DeclaredTopics withPrefix(String prefix) {
        return new DeclaredTopics(
                defaults,
                topics.stream()
                        .map(topic ->
                                new DeclaredTopic(
                                        prefix + topic.name(),
                                        topic.partitions(),
                                        topic.cleanup(),
                                        topic.retention()))
                        .toList());
    }

    /** The same topics with fewer partitions, which boot faster. */
    public DeclaredTopics withAtMost(int partitions) {
        return new DeclaredTopics(
                defaults,
                topics.stream()
                        .map(topic ->
                                new DeclaredTopic(
                                        topic.name(),
                                        Math.min(partitions, topic.partitions()),
                                        topic.cleanup(),
                                        topic.retention()))
                        .toList());
    }

    private static final class Durations extends StdDeserializer<Duration> {

        private static final long serialVersionUID = 1;

        Durations() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Duration.parse(json.getText());
        }
    }
}
