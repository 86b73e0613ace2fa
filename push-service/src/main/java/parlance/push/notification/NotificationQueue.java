package parlance.push.notification;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.provider.PushClients;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.SubscriptionStore;

/** Gives every device of somebody a job, however often it is asked to. */
@Singleton
public final class NotificationQueue {

    private final NotificationJobStore jobs;
    private final SubscriptionStore subscriptions;
    private final PushClients clients;
    private final PushMetrics metrics;
    private final NotificationConfig config;
    private final Clock clock;

    NotificationQueue(
            NotificationJobStore jobs,
            SubscriptionStore subscriptions,
            PushClients clients,
            PushMetrics metrics,
            NotificationConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.subscriptions = subscriptions;
        this.clients = clients;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Something that these users are to be told of.
     *
     * @param cause by which a second one is known as the same
     * @param at when it happened
     */
    record Cause(
            Collection<UserId> users,
            Position cause,
            NotificationCause notificationCause,
            Instant at) {}

    /** What a user asked for is due at once. */
    public void add(
            Collection<UserId> users,
            Position cause,
            NotificationCause notificationCause,
            Instant at) {
        addAll(List.of(new Cause(users, cause, notificationCause, at)), clock.instant());
    }

    /** What somebody missed is due after a while, in which it may be read elsewhere. */
    void addMissed(List<Cause> causes) {
        addAll(causes, clock.instant().plus(config.delay()));
    }

    private void addAll(List<Cause> causes, Instant due) {
        var users = causes.stream().flatMap(cause -> cause.users().stream()).toList();
        var devices = subscriptions.activeOf(users);
        var made = new ArrayList<NotificationJob>();
        for (var cause : causes) {
            devices.stream()
                    .filter(device -> cause.users().contains(device.userId()))
                    .filter(this::isReachable)
                    .map(device -> job(device, cause, due))
                    .forEach(made::add);
        }
        jobs.addAll(made);
    }

    private boolean isReachable(Subscription device) {
        if (clients.find(device.provider(), device.organizationId()).isPresent()) {
            return true;
        }
        metrics.skipped(device.provider(), "not_configured");
        return false;
    }

    private NotificationJob job(Subscription device, Cause cause, Instant due) {
        return NotificationJob.of(
                device,
                cause.cause(),
                cause.notificationCause(),
                cause.at(),
                due,
                cause.at().plus(config.ttl()));
    }
}
