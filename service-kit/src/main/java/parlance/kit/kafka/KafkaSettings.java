package parlance.kit.kafka;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import parlance.contracts.Topic;

/** Kafka, beyond the addresses in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "parlance.kafka")
public interface KafkaSettings {

    /**
     * Put before every topic's and consumer group's name, so that several suites share a cluster.
     */
    Optional<String> topicPrefix();

    /** The topic's name on this cluster. */
    default String nameOf(Topic topic) {
        return prefixed(topic.wireName());
    }

    /** Any name with the deployment's prefix. */
    default String prefixed(String name) {
        return topicPrefix().orElse("") + name;
    }
}
