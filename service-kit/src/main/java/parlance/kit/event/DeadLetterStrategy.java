package parlance.kit.event;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import parlance.kit.loop.DeadLetters;

/**
 * The failure strategy {@code dead-letter} of channels: a record goes where commands go that cannot
 * be processed, the same way, and is replayed the same way.
 */
final class DeadLetterStrategy implements KafkaFailureHandler {

    private final DeadLetters deadLetters;

    private DeadLetterStrategy(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Returns once Kafka has the record; its batch commits the offset. */
    @Override
    public <K, V> Uni<Void> handle(
            IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
        deadLetters.send(List.of(deadLetters.letter(EventRecord.of(record).record(), reason)));
        return Uni.createFrom().voidItem();
    }

    @Singleton
    @Identifier("dead-letter")
    static final class Factory implements KafkaFailureHandler.Factory {

        private final DeadLetters deadLetters;

        Factory(DeadLetters deadLetters) {
            this.deadLetters = deadLetters;
        }

        @Override
        public KafkaFailureHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new DeadLetterStrategy(deadLetters);
        }
    }
}
