package parlance.presence.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionsInDoubt;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;
import parlance.kit.publish.RegistryStore;
import parlance.presence.PresenceConfig;
import parlance.presence.activity.WatchStore;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;

/**
 * Hears of connections, and tells watchers who came and who went. Nobody else changes a user's
 * presence while the user exists: whatever may change it comes through this topic, in order.
 */
@Singleton
final class OnConnection implements EventListener<ConnectionEvent> {

    private final RegistryStore registry;
    private final PresenceStore presences;
    private final WatchStore watches;
    private final DoubtStore doubts;
    private final Announcements announcements;
    private final PresenceConfig.Activity config;

    OnConnection(
            RegistryStore registry,
            PresenceStore presences,
            WatchStore watches,
            DoubtStore doubts,
            Announcements announcements,
            PresenceConfig config) {
        this.registry = registry;
        this.presences = presences;
        this.watches = watches;
        this.doubts = doubts;
        this.announcements = announcements;
        this.config = config.presence();
    }

    @Override
    public Topic topic() {
        return Topic.CONNECTIONS;
    }

    @Override
    public List<Outcome> handle(List<Heard<ConnectionEvent>> batch) {
        var gone = registry.findGone(perhapsGone(batch));
        while (true) {
            var course = new Course(presences.find(usersIn(batch)), gone, this::repeat);
            var announced = course.follow(batch);
            if (presences.replace(course.changed())) {
                doubts.add(course.doubted(), config.debounce());
                watches.end(course.ended());
                return announcements.of(announced);
            }
        }
    }

    private Optional<Presence> repeat(Presence online, Instant at) {
        return online.repeated(at, config.repeats().burst(), config.repeats().every());
    }

    private static Set<UserId> usersIn(List<Heard<ConnectionEvent>> batch) {
        return batch.stream().map(heard -> heard.event().userId()).collect(Collectors.toSet());
    }

    private static Set<UserId> perhapsGone(List<Heard<ConnectionEvent>> batch) {
        return batch.stream()
                .map(Heard::event)
                .filter(event ->
                        event instanceof ConnectionClosed || event instanceof ConnectionsInDoubt)
                .map(ConnectionEvent::userId)
                .collect(Collectors.toSet());
    }
}
