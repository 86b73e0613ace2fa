package parlance.e2e.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the offline deliveries on Kafka, the packets for users without a connection. */
public final class OfflineDeliveries implements AutoCloseable {

    private static final String TOPIC = "deliveries.offline";

    private final KafkaConsumer<String, String> consumer;
    private final Set<String> seen = new HashSet<>();

    public OfflineDeliveries(String bootstrapServers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Whether this message was put by for this person. */
    public boolean hold(Sent sent, Person person) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::note);
        return seen.stream()
                .anyMatch(entry -> entry.startsWith(person.id()) && entry.contains(sent.id()));
    }

    private void note(ConsumerRecord<String, String> record) {
        var users = record.headers().lastHeader("users");
        if (users != null) {
            Arrays.stream(new String(users.value(), StandardCharsets.UTF_8).split(","))
                    .forEach(user -> seen.add(user + " " + record.value()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
