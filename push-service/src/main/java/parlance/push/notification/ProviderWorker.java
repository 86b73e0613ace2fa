package parlance.push.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import parlance.contracts.OrganizationId;
import parlance.push.subscription.Provider;

/**
 * The queue of one provider: takes what is due, as much as there is room for, and sends it, each
 * device's in order. It knows nothing of the other lanes, so none of them waits for it.
 */
final class ProviderWorker {

    private static final Logger LOG = Logger.getLogger(ProviderWorker.class);

    /** After a failure to find out what is to be sent. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Provider provider;
    private final NotificationJobStore jobs;
    private final RelevanceFilter relevanceFilter;
    private final NotificationSender notificationSender;
    private final NotificationConfig config;
    private final Clock clock;
    private final Semaphore slots;
    private final PerHostLimiter perHostLimiter;
    private final Map<OrganizationId, Instant> paused = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;

    private volatile boolean stopped;

    ProviderWorker(
            Provider provider,
            NotificationJobStore jobs,
            RelevanceFilter relevanceFilter,
            NotificationSender notificationSender,
            NotificationConfig config,
            Clock clock) {
        this.provider = provider;
        this.jobs = jobs;
        this.relevanceFilter = relevanceFilter;
        this.notificationSender = notificationSender;
        this.config = config;
        this.clock = clock;
        this.slots = new Semaphore(config.concurrency());
        this.perHostLimiter = new PerHostLimiter(Math.max(1, config.concurrency() / 2));
        this.thread = Thread.ofVirtual().name("push-" + provider.label()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Takes nothing more; what is on its way gets there. */
    void stop() {
        stopped = true;
    }

    void awaitStop(Duration limit) throws InterruptedException {
        thread.join(limit);
        senders.shutdown();
        senders.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!stopped) {
                if (!round()) {
                    Thread.sleep(config.poll());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was anything to do. */
    private boolean round() throws InterruptedException {
        // At least one of them is free now, and nobody but this thread takes them.
        slots.acquire();
        slots.release();
        try {
            var taken = jobs.take(provider, clock.instant(), slots.availablePermits(), pausedNow());
            byDevice(screen(taken)).forEach(this::send);
            return !taken.isEmpty();
        } catch (RuntimeException e) {
            LOG.warnf("push_waits provider=%s cause=%s", provider.label(), e.toString());
            Thread.sleep(PAUSE);
            return true;
        }
    }

    private List<ReadyNotification> screen(List<NotificationJob> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        try {
            return relevanceFilter.screen(taken);
        } catch (RuntimeException e) {
            jobs.putBack(taken, clock.instant().plus(PAUSE));
            throw e;
        }
    }

    private static Map<String, List<ReadyNotification>> byDevice(
            List<ReadyNotification> readyNotifications) {
        return readyNotifications.stream().collect(Collectors.groupingBy(one -> one.device().id()));
    }

    private void send(String deviceId, List<ReadyNotification> inOrder) {
        var host = inOrder.getFirst().host();
        if (!perHostLimiter.enter(host)) {
            var jobsOfDevice = inOrder.stream().map(ReadyNotification::notificationJob).toList();
            jobs.putBack(jobsOfDevice, clock.instant().plus(PAUSE));
            return;
        }
        slots.acquireUninterruptibly();
        senders.execute(() -> {
            try {
                inOrder.forEach(this::sendOne);
            } finally {
                slots.release();
                perHostLimiter.leave(host);
            }
        });
    }

    private void sendOne(ReadyNotification readyNotification) {
        try {
            var pause = notificationSender.send(readyNotification);
            if (pause != null) {
                paused.put(
                        readyNotification.notificationJob().organizationId(),
                        clock.instant().plus(pause));
            }
        } catch (RuntimeException e) {
            // Our own store: the job stays as it is, claimed or not.
            LOG.warnf("push_lost_track provider=%s cause=%s", provider.label(), e.toString());
        }
    }

    private Set<OrganizationId> pausedNow() {
        var now = clock.instant();
        paused.values().removeIf(until -> !until.isAfter(now));
        return Set.copyOf(paused.keySet());
    }
}
