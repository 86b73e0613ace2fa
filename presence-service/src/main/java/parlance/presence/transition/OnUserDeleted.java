package parlance.presence.transition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.user.UserEvent;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.contracts.user.UserEvent.UserSaved;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;
import parlance.presence.activity.PresenceSubscriptionStore;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;

/**
 * Takes a deleted user offline, and removes the user's subscription and the subscriptions to the
 * user.
 */
@Singleton
final class OnUserDeleted {

    private final PresenceStore presences;
    private final PresenceSubscriptionStore watches;
    private final PresenceNotifications presenceNotifications;

    OnUserDeleted(
            PresenceStore presences,
            PresenceSubscriptionStore watches,
            PresenceNotifications presenceNotifications) {
        this.presences = presences;
        this.watches = watches;
        this.presenceNotifications = presenceNotifications;
    }

    @Incoming("user-events")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.processEach(UserEvent.class, this::reactTo);
    }

    private HandlerResult reactTo(ReceivedEvent<UserEvent> receivedEvent) {
        return switch (receivedEvent.event()) {
            case UserDeleted deleted -> forget(deleted, receivedEvent);
            case UserSaved _ -> HandlerResult.noReply();
        };
    }

    private HandlerResult forget(UserDeleted deleted, ReceivedEvent<UserEvent> receivedEvent) {
        var user = deleted.userId();
        var gone =
                Optional.ofNullable(presences.find(List.of(user)).get(user))
                        .filter(Presence::online)
                        .map(presence ->
                                presence.wentOffline(receivedEvent.at(), receivedEvent.position()));
        var handlerResult = presenceNotifications.of(List.of(gone)).getFirst();
        watches.end(Map.of(user, receivedEvent.at()));
        watches.endAllOf(user);
        presences.remove(user);
        return handlerResult;
    }
}
