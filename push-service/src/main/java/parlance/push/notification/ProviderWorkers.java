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

/** A {@link ProviderWorker} for each provider, from the start to the end of the process. */
@Singleton
final class ProviderWorkers {

    private static final Duration STOP = Duration.ofSeconds(10);

    private final List<ProviderWorker> providerWorkers;

    ProviderWorkers(
            NotificationJobStore jobs,
            RelevanceFilter relevanceFilter,
            NotificationSender notificationSender,
            NotificationConfig config,
            Clock clock) {
        this.providerWorkers =
                Arrays.stream(Provider.values())
                        .map(one ->
                                new ProviderWorker(
                                        one,
                                        jobs,
                                        relevanceFilter,
                                        notificationSender,
                                        config,
                                        clock))
                        .toList();
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        providerWorkers.forEach(ProviderWorker::start);
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        providerWorkers.forEach(ProviderWorker::stop);
        for (var providerWorker : providerWorkers) {
            providerWorker.awaitStop(STOP);
        }
    }
}
