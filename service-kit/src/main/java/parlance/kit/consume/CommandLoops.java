package parlance.kit.consume;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import parlance.contracts.Topic;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.seal.Seals;

/** Starts a {@link CommandLoop} for each topic that the service's handlers answer from. */
@Singleton
final class CommandLoops {

    private final Handlers handlers;
    private final BatchWork work;
    private final KafkaClients clients;
    private final KafkaSettings settings;
    private final Seals seals;

    private List<CommandLoop> loops = List.of();

    CommandLoops(
            Handlers handlers,
            BatchWork work,
            KafkaClients clients,
            KafkaSettings settings,
            Seals seals) {
        this.handlers = handlers;
        this.work = work;
        this.clients = clients;
        this.settings = settings;
        this.seals = seals;
    }

    List<CommandLoop> all() {
        return loops;
    }

    /** After everything else that starts: the first command finds indexes and defaults in place. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        handlers.topics().forEach(this::refuseWithoutKeys);
        loops = handlers.topics().stream().map(this::loop).toList();
        loops.forEach(CommandLoop::start);
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        loops.forEach(CommandLoop::stop);
        loops.forEach(CommandLoop::awaitStop);
    }

    private CommandLoop loop(Topic topic) {
        var name = settings.nameOf(topic);
        return new CommandLoop(name, clients.groupConsumer(name), work);
    }

    private void refuseWithoutKeys(Topic topic) {
        if (handlers.needSealsOf(topic.service()) && !seals.opensFor(topic.service())) {
            throw new IllegalStateException(
                    "parlance.seal.private-keys has no key with the id " + topic.service());
        }
    }
}
