package parlance.push.notification;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.contracts.message.UnreadMessages;
import parlance.kit.publish.Registration;
import parlance.kit.publish.RegistryStore;
import parlance.push.notification.Occasion.ConversationChanged;
import parlance.push.notification.Occasion.MessageMissed;
import parlance.push.notification.Occasion.Requested;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.SubscriptionStore;

/**
 * Which of the jobs taken are still wanted. Much may have happened since they were made: the
 * message was read or deleted, the device unsubscribed, the user came back.
 */
@Singleton
class Screening {

    private final SubscriptionStore subscriptions;
    private final RegistryStore registry;
    private final NewsDesk newsDesk;
    private final Wording wording;
    private final JobStore jobs;
    private final PushMetrics metrics;
    private final Clock clock;

    Screening(
            SubscriptionStore subscriptions,
            RegistryStore registry,
            NewsDesk newsDesk,
            Wording wording,
            JobStore jobs,
            PushMetrics metrics,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.registry = registry;
        this.newsDesk = newsDesk;
        this.wording = wording;
        this.jobs = jobs;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A job and the device that it is for. */
    record Wanted(Job job, Subscription device) {}

    /** What is to be sent. The rest is over and done with; nothing has been sent. */
    List<Parcel> screen(List<Job> taken) {
        var reachable = withDevices(taken);
        var news = newsDesk.about(reachable);
        var wanted =
                reachable.stream()
                        .filter(one -> isNews(one, news.get(one.job().userId())))
                        .toList();
        return wording.of(wanted, news);
    }

    private List<Wanted> withDevices(List<Job> taken) {
        var users = taken.stream().map(Job::userId).collect(Collectors.toSet());
        var devices = subscriptions.findActive(users);
        var connections = registry.find(users);
        var wanted = new ArrayList<Wanted>();
        for (var job : taken) {
            var device = devices.get(job.subscriptionId());
            var needless = needless(job, device, connections.getOrDefault(job.userId(), List.of()));
            if (device == null || needless.isPresent()) {
                skip(job, needless.orElse("unsubscribed"));
            } else {
                wanted.add(new Wanted(job, device));
            }
        }
        return wanted;
    }

    private Optional<String> needless(
            Job job, @Nullable Subscription device, List<Registration> connections) {
        if (!clock.instant().isBefore(job.expires())) {
            return Optional.of("expired");
        }
        // The target may have become another provider's since.
        if (device == null || device.provider() != job.provider()) {
            return Optional.of("unsubscribed");
        }
        return switch (job.occasion()) {
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
                switch (one.job().occasion()) {
                    case MessageMissed missed ->
                            news != null && news.messages().contains(missed.messageId());
                    case ConversationChanged _, Requested _ -> true;
                };
        if (!unread) {
            skip(one.job(), "read");
        }
        return unread;
    }

    private void skip(Job job, String reason) {
        jobs.finish(job);
        metrics.skipped(job.provider(), reason);
    }
}
