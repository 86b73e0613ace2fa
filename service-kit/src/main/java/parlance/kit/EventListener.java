package parlance.kit;

import java.util.List;
import parlance.contracts.Topic;

/**
 * Reacts to what other services publish on one topic. All replicas of the service share the work,
 * one consumer group for each topic; events of one key come in order, and each at least once: what
 * a listener does is idempotent, by the event's {@link Heard#position} where nothing else tells.
 *
 * <p>A listener changes no aggregate that commands change as well: it {@link Outcome#forward}s a
 * command to it. A batch is heard again as a whole while a dependency is down.
 *
 * @param <E> an event's type, read as JSON; or {@link parlance.contracts.OfflineDelivery}
 */
public interface EventListener<E> {

    /** What it listens to. */
    Topic topic();

    /**
     * What is to be sent for each event, in the same order; {@link Outcome#silent} where nothing.
     */
    List<Outcome> handle(List<Heard<E>> batch);
}
