package parlance.kit.publish;

/**
 * A record does not fit under Kafka's limit. It is refused before it is sent: the producer is still
 * able to keep the order of all others, and the process goes on.
 */
public final class RecordTooLarge extends RuntimeException {

    RecordTooLarge(String topic, int bytes) {
        super("a record of %d bytes for %s".formatted(bytes, topic));
    }
}
