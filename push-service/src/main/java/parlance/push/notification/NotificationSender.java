package parlance.push.notification;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.push.provider.PushClients;
import parlance.push.provider.PushResult;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.provider.PushResult.Refused;
import parlance.push.provider.PushResult.Throttled;
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.SubscriptionStore;

/** Hands one notification to its provider, at most once, and does what the answer asks for. */
@Singleton
class NotificationSender {

    private static final Logger LOG = Logger.getLogger(NotificationSender.class);

    private final NotificationJobStore jobs;
    private final SubscriptionStore subscriptions;
    private final PushClients clients;
    private final BackOff backOff;
    private final PushMetrics metrics;
    private final Clock clock;

    NotificationSender(
            NotificationJobStore jobs,
            SubscriptionStore subscriptions,
            PushClients clients,
            BackOff backOff,
            PushMetrics metrics,
            Clock clock) {
        this.jobs = jobs;
        this.subscriptions = subscriptions;
        this.clients = clients;
        this.backOff = backOff;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @return how long the provider wants nothing more from this organization; null if it is well
     */
    @Nullable Duration send(ReadyNotification readyNotification) {
        var notificationJob = readyNotification.notificationJob();
        // Whoever claims it sends it; after a crash in between nobody does.
        if (!jobs.claim(notificationJob)) {
            return null;
        }
        var result = push(readyNotification);
        switch (result) {
            case Delivered _ -> {
                jobs.finish(notificationJob);
                metrics.sent(
                        notificationJob.provider(),
                        Duration.between(notificationJob.at(), clock.instant()));
            }
            case TokenGone _ -> {
                subscriptions.retire(readyNotification.device());
                fail(notificationJob, "gone");
            }
            case Refused(var reason) -> fail(notificationJob, reason);
            case Unanswered(var reason) -> fail(notificationJob, reason);
            case TryLater(var reason, var delay) -> retry(notificationJob, reason, delay);
            case Throttled(var delay) -> {
                retry(notificationJob, "throttled", delay);
                return delay;
            }
        }
        return null;
    }

    private PushResult push(ReadyNotification readyNotification) {
        var device = readyNotification.device();
        try {
            return clients.find(device.provider(), device.organizationId())
                    .map(client -> client.push(readyNotification.notification(), device))
                    .orElseGet(() -> new Refused("not_configured"));
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "push_failed provider=%s", device.provider().label());
            return new Unanswered("error");
        }
    }

    private void fail(NotificationJob notificationJob, String reason) {
        jobs.finish(notificationJob);
        metrics.failed(notificationJob.provider(), reason);
    }

    private void retry(NotificationJob notificationJob, String reason, @Nullable Duration delay) {
        var wait = backOff.after(notificationJob.attempts());
        var longer = delay != null && delay.compareTo(wait) > 0 ? delay : wait;
        jobs.retry(notificationJob, clock.instant().plus(longer));
        metrics.failed(notificationJob.provider(), reason);
    }
}
