package parlance.gateway.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import parlance.contracts.ErrorCode;
import parlance.contracts.Topic;
import parlance.gateway.GatewayConfig;
import parlance.kit.Rejection;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;

/**
 * Kafka, as commands go there. Unlike what services write, a command that is not accepted in time
 * is given up: the client was told so, and must not find it done later.
 */
@Singleton
final class CommandProducer {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaSettings topics;
    private final MeterRegistry metrics;

    CommandProducer(
            KafkaClients clients,
            KafkaSettings topics,
            GatewayConfig config,
            MeterRegistry metrics) {
        this.producer = clients.timeBoundedProducer((int) config.gateway().acceptance().toMillis());
        this.topics = topics;
        this.metrics = metrics;
    }

    /**
     * @throws Rejection if Kafka does not even say how many partitions the topic has
     */
    ProducerRecord<byte[], byte[]> recordOf(
            Topic topic, CommandPartitioning order, String payload) {
        var name = topics.nameOf(topic);
        var value = payload.getBytes(StandardCharsets.UTF_8);
        var key = order.key();
        if (key == null) {
            return new ProducerRecord<>(name, value);
        }
        var partition = order.hash().partition(partitionsOf(name));
        return new ProducerRecord<>(name, partition, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Does not wait for the acknowledgement; {@code failed} hears if there will be none. */
    void send(ProducerRecord<byte[], byte[]> record, Consumer<Exception> failed) {
        var sending = Timer.start(metrics);
        try {
            var _ =
                    producer.send(
                            record,
                            (_, failure) -> {
                                sending.stop(timerOf(record, failure == null));
                                if (failure != null) {
                                    failed.accept(failure);
                                }
                            });
        } catch (KafkaException e) {
            failed.accept(e);
        }
    }

    /** Until Kafka has a command, or is given up. */
    private Timer timerOf(ProducerRecord<byte[], byte[]> record, boolean accepted) {
        return metrics.timer(
                "parlance_commands_produced",
                "topic",
                record.topic(),
                "outcome",
                accepted ? "accepted" : "refused");
    }

    private int partitionsOf(String topic) {
        try {
            return producer.partitionsFor(topic).size();
        } catch (KafkaException e) {
            throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
