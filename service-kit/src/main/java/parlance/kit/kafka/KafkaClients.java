package parlance.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Makes Kafka clients that keep the guarantees, and that refuse topics which the service does not
 * declare. A caller closes what it was given.
 */
@Singleton
public final class KafkaClients {

    /** A record is at most a packet of 1 MiB with what the envelope adds; see the topics' limit. */
    public static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    /** What every consumer is set to, those of channels as well. */
    public static final Map<String, Object> CONSUMER =
            Map.of(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    1_000,
                    ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                    500);

    /** And one that shares a topic with others: a killed one's partitions move on within 6 s. */
    public static final Map<String, Object> GROUP_MEMBER =
            Map.of(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    CooperativeStickyAssignor.class.getName(),
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    6_000,
                    ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                    1_500);

    private final Map<String, Object> connection;
    private final int lingerMillis;
    private final AllowedTopics allowed;
    private final MeterRegistry metrics;

    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            KafkaSettings settings,
            AllowedTopics allowed,
            MeterRegistry metrics) {
        this.connection = Map.copyOf(connection);
        this.lingerMillis = (int) settings.linger().toMillis();
        this.allowed = allowed;
        this.metrics = metrics;
    }

    /**
     * Never gives a record up: what a service has to say waits until Kafka takes it. In order,
     * without doubles, and acknowledged by all in-sync replicas.
     */
    public KafkaProducer<byte[], byte[]> durableProducer() {
        return producer(
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE));
    }

    /**
     * Gives a record up after {@code millis}: a client that was told "unavailable" must not find
     * its request done later.
     */
    public KafkaProducer<byte[], byte[]> timeBoundedProducer(int millis) {
        return producer(
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        millis,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis / 2,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (long) millis));
    }

    /** A member of {@code group}, whose offsets are committed by hand. */
    public KafkaConsumer<byte[], byte[]> groupConsumer(String group) {
        var settings = new HashMap<String, Object>(GROUP_MEMBER);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return consumer(settings);
    }

    /** Reads the partitions that it is told to, for itself alone. */
    public KafkaConsumer<byte[], byte[]> assignedConsumer() {
        return consumer(Map.of());
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> special) {
        var settings = settings(special);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        var producer = new RestrictedProducer(settings, allowed);
        new KafkaClientMetrics(producer).bindTo(metrics);
        return producer;
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> special) {
        var settings = settings(special);
        settings.putAll(CONSUMER);
        var consumer = new RestrictedConsumer(settings, allowed);
        new KafkaClientMetrics(consumer).bindTo(metrics);
        return consumer;
    }

    private Map<String, Object> settings(Map<String, Object> special) {
        var settings = new HashMap<>(connection);
        settings.putAll(special);
        return settings;
    }
}
