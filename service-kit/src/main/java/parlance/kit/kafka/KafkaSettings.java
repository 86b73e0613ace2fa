package parlance.kit.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import parlance.contracts.Topic;

/** Kafka, beyond the addresses in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "parlance.kafka")
public interface KafkaSettings {

    /**
     * Put before every topic's and consumer group's name, so that several suites share a cluster.
     */
    Optional<String> topicPrefix();

    /**
     * How long a record waits for others to share its request to Kafka. A message waits twice, and
     * requests are most of what it costs.
     */
    @WithDefault("10ms")
    Duration linger();

    /** The topic's name on this cluster. */
    default String nameOf(Topic topic) {
        return prefixed(topic.wireName());
    }

    /** Any name with the deployment's prefix. */
    default String prefixed(String name) {
        return topicPrefix().orElse("") + name;
    }
}
