package parlance.presence.transition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionsInDoubt;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;
import parlance.kit.registry.RegistryStore;
import parlance.kit.retry.OptimisticRetry;
import parlance.presence.PresenceConfig;
import parlance.presence.activity.PresenceSubscriptionStore;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;

/**
 * Consumes the connection events of the gateways, and tells watchers which users went online or
 * offline. Only this class changes the presence of an existing user, so that all changes happen in
 * the order of this topic.
 */
@Singleton
final class OnConnection {

    private final RegistryStore registry;
    private final PresenceStore presences;
    private final PresenceSubscriptionStore watches;
    private final OfflineCheckStore doubts;
    private final PresenceNotifications presenceNotifications;
    private final PresenceConfig.Activity config;
    private final OptimisticRetry retry;

    OnConnection(
            RegistryStore registry,
            PresenceStore presences,
            PresenceSubscriptionStore watches,
            OfflineCheckStore doubts,
            PresenceNotifications presenceNotifications,
            PresenceConfig config,
            OptimisticRetry retry) {
        this.registry = registry;
        this.presences = presences;
        this.watches = watches;
        this.doubts = doubts;
        this.presenceNotifications = presenceNotifications;
        this.config = config.presence();
        this.retry = retry;
    }

    @Incoming("connections")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.process(ConnectionEvent.class, this::handle);
    }

    /** Processes the events, all of one partition, in their order. */
    List<HandlerResult> handle(List<ReceivedEvent<ConnectionEvent>> batch) {
        var gone = registry.findGone(perhapsGone(batch));
        return retry.run("presences", () -> followUnlessOvertaken(batch, gone));
    }

    private Optional<List<HandlerResult>> followUnlessOvertaken(
            List<ReceivedEvent<ConnectionEvent>> batch, Set<UserId> gone) {
        var presenceReducer =
                new PresenceReducer(presences.find(usersIn(batch)), gone, this::repeat);
        var announced = presenceReducer.follow(batch);
        if (!presences.replace(presenceReducer.changed())) {
            return Optional.empty();
        }
        doubts.add(presenceReducer.doubted(), config.debounce());
        watches.end(presenceReducer.ended());
        return Optional.of(presenceNotifications.of(announced));
    }

    private Optional<Presence> repeat(Presence online, Instant at) {
        return online.repeated(at, config.repeats().burst(), config.repeats().every());
    }

    private static Set<UserId> usersIn(List<ReceivedEvent<ConnectionEvent>> batch) {
        return batch.stream()
                .map(receivedEvent -> receivedEvent.event().userId())
                .collect(Collectors.toSet());
    }

    private static Set<UserId> perhapsGone(List<ReceivedEvent<ConnectionEvent>> batch) {
        return batch.stream()
                .map(ReceivedEvent::event)
                .filter(event ->
                        event instanceof ConnectionClosed || event instanceof ConnectionsInDoubt)
                .map(ConnectionEvent::userId)
                .collect(Collectors.toSet());
    }
}
