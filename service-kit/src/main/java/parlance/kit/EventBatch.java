package parlance.kit;

import java.util.List;
import java.util.function.Function;
import parlance.contracts.OfflineDelivery;

/**
 * Events that came in together on one channel, as a method with {@code @Incoming} receives them:
 *
 * <pre>{@code
 * @Incoming("user-events")
 * @RunOnVirtualThread
 * void receive(EventBatch batch) {
 *     batch.processEach(UserEvent.class, this::reactTo);
 * }
 * }</pre>
 *
 * <p>All replicas of a service share the work, one consumer group for each topic. Events of one key
 * come in order, and each at least once: what a listener does is idempotent, by the event's {@link
 * ReceivedEvent#position} where nothing else tells. A listener changes no aggregate that commands
 * change as well: it {@link HandlerResult#forward}s a command to it.
 */
public interface EventBatch {

    /**
     * Returns when everything that the handler wants published is on Kafka. The handler is called
     * once for each partition, several at a time; and again, with the same events, while a
     * dependency is down. What cannot be read, or makes the handler fail, is dead-lettered.
     *
     * @param type what the events are read as; {@link OfflineDelivery} is read from the headers
     * @param handler says what to publish for each event, in the order of the events
     */
    <E> void process(Class<E> type, Function<List<ReceivedEvent<E>>, List<HandlerResult>> handler);

    /** See {@link #process}; one event at a time. */
    default <E> void processEach(Class<E> type, Function<ReceivedEvent<E>, HandlerResult> handler) {
        process(type, events -> events.stream().map(handler).toList());
    }
}
