package parlance.kit.consume;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.Topic;
import parlance.kit.consume.Listeners.Listener;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.observe.Traces;
import parlance.kit.publish.Publisher;

/** The topics that this service's listeners listen to. */
@Singleton
final class EventLoops implements ConsumerLoops.Source {

    private final Listeners listeners;
    private final KafkaClients clients;
    private final KafkaSettings settings;
    private final String service;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final CommandMetrics metrics;

    EventLoops(
            Listeners listeners,
            KafkaClients clients,
            KafkaSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Publisher publisher,
            DeadLetters deadLetters,
            Traces traces,
            CommandMetrics metrics) {
        this.listeners = listeners;
        this.clients = clients;
        this.settings = settings;
        this.service = service;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.metrics = metrics;
    }

    @Override
    public List<ConsumerLoop> loops() {
        return listeners.byTopic().entrySet().stream()
                .map(entry -> loop(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Several services may listen to a topic, each as a group of its own. */
    private ConsumerLoop loop(Topic topic, Listener listener) {
        var group = settings.prefixed(service + "." + topic.wireName());
        var work = new EventWork(listener, publisher, deadLetters, traces, metrics);
        return new ConsumerLoop(settings.nameOf(topic), clients.groupConsumer(group), work);
    }
}
