package parlance.kit.publish;

/** The service stops before Kafka took everything; the command will be worked on again. */
public final class ProducerInterrupted extends RuntimeException {

    ProducerInterrupted() {
        super("outbox_interrupted", null, false, false);
    }
}
