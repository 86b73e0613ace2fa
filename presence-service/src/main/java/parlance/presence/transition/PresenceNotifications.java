package parlance.presence.transition;

import static parlance.contracts.ProtocolDialect.CLIENT;
import static parlance.contracts.ProtocolDialect.SEED;
import static parlance.contracts.Route.RECORD_ACTIVITY;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.UserId;
import parlance.contracts.user.RecordActivity;
import parlance.kit.HandlerResult;
import parlance.presence.activity.LastActivity;
import parlance.presence.activity.LastActivityPacket;
import parlance.presence.activity.PresenceSubscriptionStore;
import parlance.presence.state.Presence;

/**
 * Builds what is sent when users go online or offline: a packet for their watchers, and the time of
 * last activity for user-service.
 */
@Singleton
class PresenceNotifications {

    private final PresenceSubscriptionStore watches;
    private final Counter online;
    private final Counter offline;
    private final Counter told;

    PresenceNotifications(PresenceSubscriptionStore watches, MeterRegistry metrics) {
        this.watches = watches;
        this.online = metrics.counter("parlance_presence_announced", "as", "online");
        this.offline = metrics.counter("parlance_presence_announced", "as", "offline");
        this.told = metrics.counter("parlance_presence_watchers_told");
    }

    /** One result for each event, also where there is nothing to announce. */
    List<HandlerResult> of(List<Optional<Presence>> announced) {
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
                                .orElseGet(HandlerResult::noReply))
                .toList();
    }

    private HandlerResult announce(Presence presence, List<UserId> watchers) {
        (presence.online() ? online : offline).increment();
        var handlerResult = presence.online() ? HandlerResult.noReply() : record(presence);
        if (watchers.isEmpty()) {
            return handlerResult;
        }
        told.increment(watchers.size());
        var activity = LastActivity.of(presence);
        return handlerResult.deliver(
                EphemeralDelivery.of(
                                LastActivityPacket.of(presence.userId(), activity, SEED), watchers)
                        .inClientDialect(
                                LastActivityPacket.of(presence.userId(), activity, CLIENT)));
    }

    /** user-service shows it as the user's recent activity. */
    private static HandlerResult record(Presence gone) {
        var note = new RecordActivity(gone.organizationId(), gone.userId(), gone.since());
        return HandlerResult.noReply().forward(RECORD_ACTIVITY, gone.userId().value(), note);
    }
}
