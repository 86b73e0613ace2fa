package parlance.presence.online;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import parlance.presence.state.PresenceStore;

/**
 * How many users are online altogether, counted when the metrics are read: equal at each replica.
 */
@Singleton
final class OnlineGauge {

    void register(@Observes StartupEvent event, PresenceStore presences, MeterRegistry metrics) {
        metrics.gauge("parlance_presence_online", presences, PresenceStore::countOnline);
    }
}
