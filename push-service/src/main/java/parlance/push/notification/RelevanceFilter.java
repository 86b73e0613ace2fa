package parlance.push.notification;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.internalapi.message.UnreadMessages;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.push.notification.NotificationCause.ConversationChanged;
import parlance.push.notification.NotificationCause.MessageMissed;
import parlance.push.notification.NotificationCause.Requested;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.SubscriptionStore;

/**
 * Which of the jobs taken are still wanted. Much may have happened since they were made: the
 * message was read or deleted, the device unsubscribed, the user came back.
 */
@Singleton
class RelevanceFilter {

    private final SubscriptionStore subscriptions;
    private final RegistryStore registry;
    private final UnreadLookup unreadLookup;
    private final NotificationText notificationText;
    private final NotificationJobStore jobs;
    private final PushMetrics metrics;
    private final Clock clock;

    RelevanceFilter(
            SubscriptionStore subscriptions,
            RegistryStore registry,
            UnreadLookup unreadLookup,
            NotificationText notificationText,
            NotificationJobStore jobs,
            PushMetrics metrics,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.registry = registry;
        this.unreadLookup = unreadLookup;
        this.notificationText = notificationText;
        this.jobs = jobs;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A job and the device that it is for. */
    record Wanted(NotificationJob notificationJob, Subscription device) {}

    /** What is to be sent. The rest is over and done with; nothing has been sent. */
    List<ReadyNotification> screen(List<NotificationJob> taken) {
        var reachable = withDevices(taken);
        var news = unreadLookup.about(reachable);
        var wanted =
                reachable.stream()
                        .filter(one -> isNews(one, news.get(one.notificationJob().userId())))
                        .toList();
        return notificationText.of(wanted, news);
    }

    private List<Wanted> withDevices(List<NotificationJob> taken) {
        var users = taken.stream().map(NotificationJob::userId).collect(Collectors.toSet());
        var devices = subscriptions.findActive(users);
        var connections = registry.find(users);
        var wanted = new ArrayList<Wanted>();
        for (var notificationJob : taken) {
            var device = devices.get(notificationJob.subscriptionId());
            var needless =
                    needless(
                            notificationJob,
                            device,
                            connections.getOrDefault(notificationJob.userId(), List.of()));
            if (device == null || needless.isPresent()) {
                skip(notificationJob, needless.orElse("unsubscribed"));
            } else {
                wanted.add(new Wanted(notificationJob, device));
            }
        }
        return wanted;
    }

    private Optional<String> needless(
            NotificationJob notificationJob,
            @Nullable Subscription device,
            List<Registration> connections) {
        if (!clock.instant().isBefore(notificationJob.expires())) {
            return Optional.of("expired");
        }
        // The target may have become another provider's since.
        if (device == null || device.provider() != notificationJob.provider()) {
            return Optional.of("unsubscribed");
        }
        return switch (notificationJob.notificationCause()) {
            case Requested _ -> Optional.empty();
            case MessageMissed _, ConversationChanged _ ->
                    isAttended(connections) ? Optional.of("connected") : Optional.empty();
        };
    }

    /** Somebody looks at what comes in; a device in a pocket wants a notification all the same. */
    private static boolean isAttended(List<Registration> connections) {
        return !connections.isEmpty() && connections.stream().noneMatch(Registration::inactive);
    }

    private boolean isNews(Wanted one, @Nullable UnreadMessages news) {
        var unread =
                switch (one.notificationJob().notificationCause()) {
                    case MessageMissed missed ->
                            news != null && news.messages().contains(missed.messageId());
                    case ConversationChanged _, Requested _ -> true;
                };
        if (!unread) {
            skip(one.notificationJob(), "read");
        }
        return unread;
    }

    private void skip(NotificationJob notificationJob, String reason) {
        jobs.finish(notificationJob);
        metrics.skipped(notificationJob.provider(), reason);
    }
}
