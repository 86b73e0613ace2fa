package parlance.kit.event;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.loop.ChannelPartitions;

/**
 * Not ready before the groups have let this replica in and it has read whole what every replica
 * reads; nor while a dependency holds a partition.
 */
@Readiness
@Singleton
final class EventsReady implements HealthCheck {

    private final KafkaClientService channels;
    private final ChannelPartitions partitions;
    private final CatchUp catchUp;
    private final KafkaSettings settings;

    EventsReady(
            KafkaClientService channels,
            ChannelPartitions partitions,
            CatchUp catchUp,
            KafkaSettings settings) {
        this.channels = channels;
        this.partitions = partitions;
        this.catchUp = catchUp;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("events");
        var stalled = partitions.stalled();
        stalled.forEach(partition -> response.withData(partition, "waits"));
        var ready = stalled.isEmpty();
        for (var channel : channels.getConsumerChannels()) {
            var begun = hasBegun(channel);
            response.withData(channel, begun ? "reads" : "begins");
            ready &= begun;
        }
        return response.status(ready).build();
    }

    private boolean hasBegun(String channel) {
        var topic = EventChannels.topicOf(channel);
        return topic.isReadByEachReplica()
                ? catchUp.isDone(channel, topic)
                : partitions.hasJoined(settings.nameOf(topic));
    }
}
