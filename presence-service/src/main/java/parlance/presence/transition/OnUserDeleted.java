package parlance.presence.transition;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parlance.contracts.Topic;
import parlance.contracts.user.UserEvent;
import parlance.contracts.user.UserEvent.UserDeleted;
import parlance.contracts.user.UserEvent.UserSaved;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;
import parlance.presence.activity.WatchStore;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;

/** Who is deleted goes offline, watches nobody and is watched by nobody. */
@Singleton
final class OnUserDeleted implements EventListener<UserEvent> {

    private final PresenceStore presences;
    private final WatchStore watches;
    private final Announcements announcements;

    OnUserDeleted(PresenceStore presences, WatchStore watches, Announcements announcements) {
        this.presences = presences;
        this.watches = watches;
        this.announcements = announcements;
    }

    @Override
    public Topic topic() {
        return Topic.USER_EVENTS;
    }

    @Override
    public List<Outcome> handle(List<Heard<UserEvent>> batch) {
        return batch.stream().map(this::outcomeOf).toList();
    }

    private Outcome outcomeOf(Heard<UserEvent> heard) {
        return switch (heard.event()) {
            case UserDeleted deleted -> forget(deleted, heard);
            case UserSaved _ -> Outcome.silent();
        };
    }

    private Outcome forget(UserDeleted deleted, Heard<UserEvent> heard) {
        var user = deleted.userId();
        var gone =
                Optional.ofNullable(presences.find(List.of(user)).get(user))
                        .filter(Presence::online)
                        .map(presence -> presence.wentOffline(heard.at(), heard.position()));
        var outcome = announcements.of(List.of(gone)).getFirst();
        watches.end(Map.of(user, heard.at()));
        watches.endAllOf(user);
        presences.remove(user);
        return outcome;
    }
}
