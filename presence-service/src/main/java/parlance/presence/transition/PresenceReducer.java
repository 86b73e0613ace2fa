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
import parlance.kit.ReceivedEvent;
import parlance.presence.state.Presence;

/** Applies a batch of connection events, one by one, to the presence of the users in it. */
final class PresenceReducer {

    private final Map<UserId, Presence> known;
    private final Set<UserId> gone;
    private final RepeatRule repeats;

    private final Map<UserId, Presence> changed = new HashMap<>();
    private final Set<UserId> doubted = new LinkedHashSet<>();

    /**
     * @param known the stored presence of the users before the batch; absent for users who never
     *     connected
     * @param gone the users without a connection, looked up after all events of the batch had
     *     happened
     */
    PresenceReducer(Map<UserId, Presence> known, Set<UserId> gone, RepeatRule repeats) {
        this.known = new HashMap<>(known);
        this.gone = gone;
        this.repeats = repeats;
    }

    /** The presence to announce after each event; empty where watchers are not told. */
    List<Optional<Presence>> follow(Collection<? extends ReceivedEvent<ConnectionEvent>> batch) {
        var announced = new ArrayList<Optional<Presence>>(batch.size());
        for (var receivedEvent : batch) {
            announced.add(after(receivedEvent));
        }
        return announced;
    }

    /** The changed presence of users, which the caller stores. */
    Collection<Presence> changed() {
        return changed.values();
    }

    /** The users for whom the caller schedules an offline check. */
    Set<UserId> doubted() {
        return doubted;
    }

    /** The users who went offline, and when: their own subscriptions end. */
    Map<UserId, Instant> ended() {
        return changed.values().stream()
                .filter(presence -> !presence.online())
                .collect(Collectors.toMap(Presence::userId, Presence::since));
    }

    private Optional<Presence> after(ReceivedEvent<ConnectionEvent> receivedEvent) {
        return switch (receivedEvent.event()) {
            case ConnectionOpened opened -> online(opened, receivedEvent);
            case ConnectionClosed(var user, _, var cause, _) when cause == Cause.CLOSED -> {
                doubted.add(user);
                yield Optional.empty();
            }
            case ConnectionClosed closed -> offlineIfGone(closed.userId(), receivedEvent);
            case ConnectionsInDoubt(var user, _) -> offlineIfGone(user, receivedEvent);
            case ConnectionInactive _, ConnectionActive _ -> Optional.empty();
        };
    }

    private Optional<Presence> online(
            ConnectionOpened opened, ReceivedEvent<ConnectionEvent> receivedEvent) {
        var user = opened.userId();
        var before = known.get(user);
        if (before == null) {
            return change(
                    Presence.arrived(
                            user,
                            opened.organizationId(),
                            receivedEvent.at(),
                            receivedEvent.position()));
        }
        if (!before.online()) {
            return change(before.cameOnline(receivedEvent.at(), receivedEvent.position()));
        }
        return isRepeatOf(before, receivedEvent)
                ? Optional.of(before)
                : repeats.apply(before, receivedEvent.at()).flatMap(this::change);
    }

    private Optional<Presence> offlineIfGone(
            UserId user, ReceivedEvent<ConnectionEvent> receivedEvent) {
        var before = known.get(user);
        if (before == null || !gone.contains(user)) {
            return Optional.empty();
        }
        if (before.online()) {
            return change(before.wentOffline(receivedEvent.at(), receivedEvent.position()));
        }
        return isRepeatOf(before, receivedEvent) ? Optional.of(before) : Optional.empty();
    }

    /**
     * The event was processed before, but perhaps not all watchers were told: it is announced
     * again.
     */
    private static boolean isRepeatOf(
            Presence presence, ReceivedEvent<ConnectionEvent> receivedEvent) {
        return presence.changedBy().equals(receivedEvent.position());
    }

    private Optional<Presence> change(Presence presence) {
        known.put(presence.userId(), presence);
        changed.put(presence.userId(), presence);
        return Optional.of(presence);
    }

    /** Decides whether watchers are told of one more connection of a user who is online. */
    interface RepeatRule {
        Optional<Presence> apply(Presence online, Instant at);
    }
}
