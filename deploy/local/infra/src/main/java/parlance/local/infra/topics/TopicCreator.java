package parlance.local.infra.topics;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Makes a cluster hold the declared topics: creates what is missing, adds partitions where there
 * are too few, sets the declared settings. It never removes a topic or a partition.
 */
public final class TopicCreator {

    private static final long SECONDS = 60;

    private final Admin admin;

    public TopicCreator(Admin admin) {
        this.admin = admin;
    }

    /** What was done, for people. */
    public record Applied(int created, int widened, int unchanged) {

        @Override
        public String toString() {
            return created + " created, " + widened + " widened, " + unchanged + " were there";
        }
    }

    /** Returns when every change is made. Replication is clipped to the number of brokers. */
    public Applied apply(DeclaredTopics declared) {
        var brokers = await(admin.describeCluster().nodes()).size();
        var replication = (short) Math.min(declared.defaults().replication(), brokers);
        var present = await(admin.listTopics().names());
        var byPresence =
                declared.topics().stream()
                        .collect(partitioningBy(topic -> present.contains(topic.name())));
        var missing = byPresence.getOrDefault(false, List.of());
        var existing = byPresence.getOrDefault(true, List.of());
        create(missing, declared.defaults(), replication);
        var widened = widen(existing);
        configure(existing, declared.defaults(), replication);
        return new Applied(missing.size(), widened, existing.size() - widened);
    }

    private void create(
            List<DeclaredTopic> missing, DeclaredTopics.Defaults defaults, short replication) {
        var topics =
                missing.stream()
                        .map(topic ->
                                new NewTopic(topic.name(), topic.partitions(), replication)
                                        .configs(settings(topic, defaults, replication)))
                        .toList();
        await(admin.createTopics(topics).all());
    }

    private int widen(List<DeclaredTopic> existing) {
        var descriptions =
                await(admin.describeTopics(names(existing)).allTopicNames()).values().stream()
                        .collect(toMap(TopicDescription::name, d -> d.partitions().size()));
        var wider = new HashMap<String, NewPartitions>();
        for (var topic : existing) {
            if (descriptions.getOrDefault(topic.name(), 0) < topic.partitions()) {
                wider.put(topic.name(), NewPartitions.increaseTo(topic.partitions()));
            }
        }
        await(admin.createPartitions(wider).all());
        return wider.size();
    }

    private void configure(
            List<DeclaredTopic> existing, DeclaredTopics.Defaults defaults, short replication) {
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (var topic : existing) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    settings(topic, defaults, replication).entrySet().stream()
                            .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                            .toList());
        }
        await(admin.incrementalAlterConfigs(changes).all());
    }

    private static Map<String, String> settings(
            DeclaredTopic topic, DeclaredTopics.Defaults defaults, short replication) {
        var settings = new HashMap<String, String>();
        settings.put("cleanup.policy", topic.cleanup());
        settings.put("max.message.bytes", Integer.toString(defaults.maxMessageBytes()));
        settings.put("message.timestamp.type", defaults.timestampType());
        settings.put(
                "min.insync.replicas",
                Integer.toString(Math.min(defaults.minInsyncReplicas(), replication)));
        var retention = topic.retention();
        if (retention != null) {
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        var segment = topic.segment();
        if (segment != null) {
            settings.put("segment.ms", Long.toString(segment.toMillis()));
        }
        return settings;
    }

    private static List<String> names(List<DeclaredTopic> topics) {
        return topics.stream().map(DeclaredTopic::name).toList();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot set up the topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting up the topics", e);
        }
    }
}
