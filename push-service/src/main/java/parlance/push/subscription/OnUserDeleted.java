package parlance.push.subscription;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.push.RemoveSubscriptions;
import parlance.contracts.user.UserEvent;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.contracts.user.UserEvent.UserSaved;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;

/** Has the devices of a deleted user forgotten, after whatever that user asked for before. */
@Singleton
final class OnUserDeleted implements EventListener<UserEvent> {

    @Override
    public Topic topic() {
        return Topic.USER_EVENTS;
    }

    @Override
    public List<Outcome> handle(List<Heard<UserEvent>> batch) {
        return batch.stream().map(heard -> reactionTo(heard.event())).toList();
    }

    private static Outcome reactionTo(UserEvent event) {
        return switch (event) {
            case UserSaved _ -> Outcome.silent();
            case UserDeleted deleted ->
                    Outcome.silent()
                            .forward(
                                    Route.REMOVE_PUSH_SUBSCRIPTIONS,
                                    deleted.userId().value(),
                                    new RemoveSubscriptions(
                                            deleted.organizationId(), deleted.userId()));
        };
    }
}
