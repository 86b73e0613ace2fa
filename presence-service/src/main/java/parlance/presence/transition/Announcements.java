package parlance.presence.transition;

import static parlance.contracts.Dialect.CLIENT;
import static parlance.contracts.Dialect.SEED;
import static parlance.contracts.Route.RECORD_ACTIVITY;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parlance.contracts.LightDelivery;
import parlance.contracts.UserId;
import parlance.contracts.user.RecordActivity;
import parlance.kit.Outcome;
import parlance.presence.activity.LastActivity;
import parlance.presence.activity.LastActivityPacket;
import parlance.presence.activity.WatchStore;
import parlance.presence.state.Presence;

/**
 * What goes out when users come or go: an event for those who watch, and a note for their account.
 */
@Singleton
class Announcements {

    private final WatchStore watches;
    private final Counter online;
    private final Counter offline;
    private final Counter told;

    Announcements(WatchStore watches, MeterRegistry metrics) {
        this.watches = watches;
        this.online = metrics.counter("parlance_presence_announced", "as", "online");
        this.offline = metrics.counter("parlance_presence_announced", "as", "offline");
        this.told = metrics.counter("parlance_presence_watchers_told");
    }

    /** One outcome for each, also where there is nothing to announce. */
    List<Outcome> of(List<Optional<Presence>> announced) {
        var users =
                announced.stream()
                        .flatMap(Optional::stream)
                        .map(Presence::userId)
                        .collect(Collectors.toSet());
        var watchers = watches.watchersOf(users);
        return announced.stream()
                .map(one ->
                        one.map(presence ->
                                        announce(
                                                presence,
                                                watchers.getOrDefault(
                                                        presence.userId(), List.of())))
                                .orElseGet(Outcome::silent))
                .toList();
    }

    private Outcome announce(Presence presence, List<UserId> watchers) {
        (presence.online() ? online : offline).increment();
        var outcome = presence.online() ? Outcome.silent() : record(presence);
        if (watchers.isEmpty()) {
            return outcome;
        }
        told.increment(watchers.size());
        var activity = LastActivity.of(presence);
        return outcome.deliver(
                LightDelivery.of(LastActivityPacket.of(presence.userId(), activity, SEED), watchers)
                        .inClientDialect(
                                LastActivityPacket.of(presence.userId(), activity, CLIENT)));
    }

    /** user-service shows it of the user. */
    private static Outcome record(Presence gone) {
        var note = new RecordActivity(gone.organizationId(), gone.userId(), gone.since());
        return Outcome.silent().forward(RECORD_ACTIVITY, gone.userId().value(), note);
    }
}
