package parlance.presence.transition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionActive;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionInactive;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.contracts.connection.ConnectionEvent.ConnectionsInDoubt;
import parlance.kit.Heard;
import parlance.presence.state.Presence;

/** What a batch of events makes of the presence of its users, event by event. */
final class Course {

    private final Map<UserId, Presence> known;
    private final Set<UserId> gone;
    private final RepeatRule repeats;

    private final Map<UserId, Presence> changed = new HashMap<>();
    private final Set<UserId> doubted = new LinkedHashSet<>();

    /**
     * @param known the presence of the users before the batch, as far as there is any
     * @param gone those who have no connection, by a look after all of the batch had happened
     */
    Course(Map<UserId, Presence> known, Set<UserId> gone, RepeatRule repeats) {
        this.known = new HashMap<>(known);
        this.gone = gone;
        this.repeats = repeats;
    }

    /** What is to be announced after each event; nothing where watchers need not know. */
    List<Optional<Presence>> follow(Collection<? extends Heard<ConnectionEvent>> batch) {
        var announced = new ArrayList<Optional<Presence>>(batch.size());
        for (var heard : batch) {
            announced.add(after(heard));
        }
        return announced;
    }

    /** What is to be stored. */
    Collection<Presence> changed() {
        return changed.values();
    }

    /** Whose connections are to be looked up in a while. */
    Set<UserId> doubted() {
        return doubted;
    }

    /** Who has gone, and when: whoever goes watches nobody any more. */
    Map<UserId, Instant> ended() {
        return changed.values().stream()
                .filter(presence -> !presence.online())
                .collect(Collectors.toMap(Presence::userId, Presence::since));
    }

    private Optional<Presence> after(Heard<ConnectionEvent> heard) {
        return switch (heard.event()) {
            case ConnectionOpened opened -> online(opened, heard);
            case ConnectionClosed(var user, _, var cause, _) when cause == Cause.CLOSED -> {
                doubted.add(user);
                yield Optional.empty();
            }
            case ConnectionClosed closed -> offlineIfGone(closed.userId(), heard);
            case ConnectionsInDoubt(var user, _) -> offlineIfGone(user, heard);
            case ConnectionInactive _, ConnectionActive _ -> Optional.empty();
        };
    }

    private Optional<Presence> online(ConnectionOpened opened, Heard<ConnectionEvent> heard) {
        var user = opened.userId();
        var before = known.get(user);
        if (before == null) {
            return change(
                    Presence.arrived(user, opened.organizationId(), heard.at(), heard.position()));
        }
        if (!before.online()) {
            return change(before.cameOnline(heard.at(), heard.position()));
        }
        return isRepeatOf(before, heard)
                ? Optional.of(before)
                : repeats.apply(before, heard.at()).flatMap(this::change);
    }

    private Optional<Presence> offlineIfGone(UserId user, Heard<ConnectionEvent> heard) {
        var before = known.get(user);
        if (before == null || !gone.contains(user)) {
            return Optional.empty();
        }
        if (before.online()) {
            return change(before.wentOffline(heard.at(), heard.position()));
        }
        return isRepeatOf(before, heard) ? Optional.of(before) : Optional.empty();
    }

    /** The event has done its work before, and nobody knows whether all have been told. */
    private static boolean isRepeatOf(Presence presence, Heard<ConnectionEvent> heard) {
        return presence.changedBy().equals(heard.position());
    }

    private Optional<Presence> change(Presence presence) {
        known.put(presence.userId(), presence);
        changed.put(presence.userId(), presence);
        return Optional.of(presence);
    }

    /** Whether watchers are told of one more connection of somebody who is online. */
    interface RepeatRule {
        Optional<Presence> apply(Presence online, Instant at);
    }
}
