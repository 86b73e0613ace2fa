package parlance.kit.consume;

import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.Topic;
import parlance.kit.EventListener;

/** The listeners of this service, at most one for a topic: two would share its events. */
@Singleton
final class Listeners {

    /** A listener and the type that its events are read as. */
    record Listener(Class<?> eventType, EventListener<Object> handler) {}

    private final Map<Topic, Listener> byTopic = new EnumMap<>(Topic.class);

    @SuppressWarnings("unchecked") // The event type is read from the same class as the listener.
    Listeners(@All List<InstanceHandle<EventListener<?>>> listeners) {
        for (var handle : listeners) {
            var type = TypeArgument.of(handle.getBean().getBeanClass(), EventListener.class);
            var listener = new Listener(type, (EventListener<Object>) handle.get());
            var other = byTopic.put(handle.get().topic(), listener);
            if (other != null) {
                throw new IllegalStateException("two listeners to " + handle.get().topic());
            }
        }
    }

    Map<Topic, Listener> byTopic() {
        return byTopic;
    }
}
