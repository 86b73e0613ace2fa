package parlance.kit.command;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Topic;
import parlance.kit.encryption.FieldEncryption;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.loop.ConsumerLoop;
import parlance.kit.loop.ConsumerLoops;

/** The topics that this service's handlers answer from. */
@Singleton
final class CommandLoops implements ConsumerLoops.Source {

    private final Handlers handlers;
    private final CommandBatchProcessor work;
    private final KafkaClients clients;
    private final KafkaSettings settings;
    private final FieldEncryption fieldEncryption;

    CommandLoops(
            Handlers handlers,
            CommandBatchProcessor work,
            KafkaClients clients,
            KafkaSettings settings,
            FieldEncryption fieldEncryption) {
        this.handlers = handlers;
        this.work = work;
        this.clients = clients;
        this.settings = settings;
        this.fieldEncryption = fieldEncryption;
    }

    @Override
    public List<ConsumerLoop> loops() {
        handlers.topics().forEach(this::refuseWithoutKeys);
        return handlers.topics().stream().map(this::loop).toList();
    }

    /** Only one service answers from a topic, so the group has the topic's name. */
    private ConsumerLoop loop(Topic topic) {
        var name = settings.nameOf(topic);
        return new ConsumerLoop(name, clients.groupConsumer(name), work);
    }

    private void refuseWithoutKeys(Topic topic) {
        if (handlers.needSealsOf(topic.service()) && !fieldEncryption.opensFor(topic.service())) {
            throw new IllegalStateException(
                    "parlance.seal.private-keys has no key with the id " + topic.service());
        }
    }
}
