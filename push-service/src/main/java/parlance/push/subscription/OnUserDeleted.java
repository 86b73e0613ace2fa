package parlance.push.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.Route;
import parlance.contracts.push.RemoveSubscriptions;
import parlance.contracts.user.UserEvent;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.contracts.user.UserEvent.UserSaved;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;

/** Has the devices of a deleted user forgotten, after whatever that user asked for before. */
@Singleton
final class OnUserDeleted {

    @Incoming("user-events")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.processEach(UserEvent.class, OnUserDeleted::reactTo);
    }

    private static HandlerResult reactTo(ReceivedEvent<UserEvent> received) {
        return switch (received.event()) {
            case UserSaved _ -> HandlerResult.noReply();
            case UserDeleted deleted ->
                    HandlerResult.noReply()
                            .forward(
                                    Route.REMOVE_PUSH_SUBSCRIPTIONS,
                                    deleted.userId().value(),
                                    new RemoveSubscriptions(
                                            deleted.organizationId(), deleted.userId()));
        };
    }
}
