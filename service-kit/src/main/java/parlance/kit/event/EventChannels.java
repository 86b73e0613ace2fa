package parlance.kit.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.Topic;
import parlance.kit.kafka.AllowedTopics;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;

/**
 * How each topic of events is read, as SmallRye's settings for the channel of that name. They go
 * before {@code kafka.*}, and behind what a deployment says in {@code mp.messaging.incoming.*}.
 */
@Singleton
final class EventChannels {

    private final KafkaSettings settings;
    private final AllowedTopics allowed;
    private final String service;

    EventChannels(
            KafkaSettings settings,
            AllowedTopics allowed,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.settings = settings;
        this.allowed = allowed;
        this.service = service;
    }

    /** A channel has its topic's name, with dashes: dots separate a channel's settings. */
    static Topic topicOf(String channel) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.wireName().replace('.', '-').equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic for " + channel));
    }

    @Produces
    @Identifier("user-events")
    Map<String, Object> userEvents() {
        return shared(Topic.USER_EVENTS);
    }

    @Produces
    @Identifier("connections")
    Map<String, Object> connections() {
        return shared(Topic.CONNECTIONS);
    }

    @Produces
    @Identifier("deliveries-offline")
    Map<String, Object> offlineDeliveries() {
        return shared(Topic.DELIVERIES_OFFLINE);
    }

    @Produces
    @Identifier("session-events")
    Map<String, Object> sessionEvents() {
        return whole(Topic.SESSION_EVENTS);
    }

    /** Several services may read a topic, each as a group of its own. */
    private Map<String, Object> shared(Topic topic) {
        var channel = channel(topic);
        channel.putAll(KafkaClients.GROUP_MEMBER);
        channel.put("group.id", settings.prefixed(service + "." + topic.wireName()));
        channel.put("failure-strategy", "dead-letter");
        return channel;
    }

    /** Each replica reads the topic's one partition by itself, from the beginning. */
    private Map<String, Object> whole(Topic topic) {
        var channel = channel(topic);
        channel.put("assign-seek", "0:0");
        channel.put("commit-strategy", "ignore");
        channel.put("failure-strategy", "ignore");
        return channel;
    }

    private Map<String, Object> channel(Topic topic) {
        var name = settings.nameOf(topic);
        allowed.requireReadable(List.of(name));
        var channel = new HashMap<>(KafkaClients.CONSUMER);
        channel.put("topic", name);
        return channel;
    }
}
