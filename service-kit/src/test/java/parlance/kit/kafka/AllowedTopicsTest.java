package parlance.kit.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import parlance.contracts.Topic;
import parlance.testing.infra.ParlanceInfrastructure;

/** The declaration is the one of {@code parlance.sample}. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AllowedTopicsTest {

    @Inject KafkaClients clients;
    @Inject KafkaSettings settings;
    @Inject AllowedTopics allowed;

    @Test
    void aProducerRefusesATopicThatItsServiceDoesNotDeclare() {
        try (var durable = clients.durableProducer();
                var timeBounded = clients.timeBoundedProducer(1_000)) {
            for (var producer : List.of(durable, timeBounded)) {
                var record = recordTo(settings.nameOf(Topic.USER_EVENTS));

                assertThatThrownBy(() -> producer.send(record))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("parlance.sample")
                        .hasMessageEndingWith("writes " + record.topic());
            }
        }
    }

    @Test
    void aConsumerRefusesATopicThatItsServiceDoesNotDeclare() {
        var events = settings.nameOf(Topic.USER_EVENTS);
        try (var member = clients.groupConsumer("refused");
                var reader = clients.assignedConsumer()) {

            assertThatThrownBy(() -> member.subscribe(Set.of(events)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("reads " + events);
            assertThatThrownBy(() -> reader.assign(Set.of(new TopicPartition(events, 0))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatIsReadMayBeSetAside() {
        assertThatCode(() ->
                        allowed.requireWritable(
                                settings.prefixed(Topic.CONNECTIONS.deadLetterName())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        allowed.requireWritable(
                                settings.prefixed(Topic.USER_EVENTS.deadLetterName())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServiceWithoutADeclarationDoesNotStart() {
        assertThatThrownBy(() -> new AllowedTopics("kit-service", settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no @ServiceTopology on the package parlance.kit");
    }

    private static ProducerRecord<byte[], byte[]> recordTo(String topic) {
        return new ProducerRecord<>(topic, new byte[0]);
    }
}
