package parlance.push.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import parlance.push.subscription.Provider;

/** A {@link Lane} for each provider, from the start to the end of the process. */
@Singleton
final class Lanes {

    private static final Duration STOP = Duration.ofSeconds(10);

    private final List<Lane> lanes;

    Lanes(
            JobStore jobs,
            Screening screening,
            Dispatch dispatch,
            NotificationConfig config,
            Clock clock) {
        this.lanes =
                Arrays.stream(Provider.values())
                        .map(one -> new Lane(one, jobs, screening, dispatch, config, clock))
                        .toList();
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        lanes.forEach(Lane::start);
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        lanes.forEach(Lane::stop);
        for (var lane : lanes) {
            lane.awaitStop(STOP);
        }
    }
}
