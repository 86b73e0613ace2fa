package parlance.push.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;
import parlance.push.notification.NotificationQueue.Cause;

/** Whoever could not be reached, or only on a device in a pocket, is to be notified. */
@Singleton
final class OnOfflineDelivery {

    private final NotificationQueue notificationQueue;

    OnOfflineDelivery(NotificationQueue notificationQueue) {
        this.notificationQueue = notificationQueue;
    }

    @Incoming("deliveries-offline")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.process(OfflineDelivery.class, this::handle);
    }

    private List<HandlerResult> handle(List<ReceivedEvent<OfflineDelivery>> batch) {
        var causes = new ArrayList<Cause>();
        for (var receivedEvent : batch) {
            var delivery = receivedEvent.event();
            if (delivery.whenAbsent().contains(OfflinePolicy.PUSH)) {
                OfflinePacketParser.occasionOf(delivery.packet())
                        .map(notificationCause ->
                                new Cause(
                                        delivery.users(),
                                        delivery.position(),
                                        notificationCause,
                                        receivedEvent.at()))
                        .ifPresent(causes::add);
            }
        }
        notificationQueue.addMissed(causes);
        return batch.stream().map(_ -> HandlerResult.noReply()).toList();
    }
}
