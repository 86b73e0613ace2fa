package parlance.kit.consume;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import parlance.contracts.Event;
import parlance.contracts.Topic;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;

/** Begins an {@link EventTail}; whoever asks for one stops it. */
@Singleton
public final class EventTails {

    private final KafkaClients clients;
    private final KafkaSettings settings;

    EventTails(KafkaClients clients, KafkaSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** {@code listener} hears of every event from the topic's first, one at a time. */
    public <E extends Event> EventTail<E> follow(Topic topic, Class<E> type, Consumer<E> listener) {
        var tail =
                new EventTail<>(clients.assignedConsumer(), settings.nameOf(topic), type, listener);
        tail.start();
        return tail;
    }
}
