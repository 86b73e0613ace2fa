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
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final JobStore jobs;
    private final SubscriptionStore subscriptions;
    private final PushClients clients;
    private final BackOff backOff;
    private final PushMetrics metrics;
    private final Clock clock;

    Dispatch(
            JobStore jobs,
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
    @Nullable Duration send(Parcel parcel) {
        var job = parcel.job();
        // Whoever claims it sends it; after a crash in between nobody does.
        if (!jobs.claim(job)) {
            return null;
        }
        var result = push(parcel);
        switch (result) {
            case Delivered _ -> {
                jobs.finish(job);
                metrics.sent(job.provider(), Duration.between(job.at(), clock.instant()));
            }
            case TokenGone _ -> {
                subscriptions.retire(parcel.device());
                fail(job, "gone");
            }
            case Refused(var reason) -> fail(job, reason);
            case Unanswered(var reason) -> fail(job, reason);
            case TryLater(var reason, var delay) -> retry(job, reason, delay);
            case Throttled(var delay) -> {
                retry(job, "throttled", delay);
                return delay;
            }
        }
        return null;
    }

    private PushResult push(Parcel parcel) {
        var device = parcel.device();
        try {
            return clients.find(device.provider(), device.organizationId())
                    .map(client -> client.push(parcel.notification(), device))
                    .orElseGet(() -> new Refused("not_configured"));
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "push_failed provider=%s", device.provider().label());
            return new Unanswered("error");
        }
    }

    private void fail(Job job, String reason) {
        jobs.finish(job);
        metrics.failed(job.provider(), reason);
    }

    private void retry(Job job, String reason, @Nullable Duration delay) {
        var wait = backOff.after(job.attempts());
        var longer = delay != null && delay.compareTo(wait) > 0 ? delay : wait;
        jobs.retry(job, clock.instant().plus(longer));
        metrics.failed(job.provider(), reason);
    }
}
