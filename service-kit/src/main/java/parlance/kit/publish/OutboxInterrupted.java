package parlance.kit.publish;

/** The service stops before Kafka took everything; the command will be worked on again. */
public final class OutboxInterrupted extends RuntimeException {

    OutboxInterrupted() {
        super("outbox_interrupted", null, false, false);
    }
}
