package parlance.push.notification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import parlance.contracts.Absent;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.Topic;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;
import parlance.push.notification.Jobs.Cause;

/** Whoever could not be reached, or only on a device in a pocket, is to be notified. */
@Singleton
final class OnOfflineDelivery implements EventListener<OfflineDelivery> {

    private final Jobs jobs;

    OnOfflineDelivery(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Topic topic() {
        return Topic.DELIVERIES_OFFLINE;
    }

    @Override
    public List<Outcome> handle(List<Heard<OfflineDelivery>> batch) {
        var causes = new ArrayList<Cause>();
        for (var heard : batch) {
            var delivery = heard.event();
            if (delivery.whenAbsent().contains(Absent.PUSH)) {
                MissedPacket.occasionOf(delivery.packet())
                        .map(occasion ->
                                new Cause(
                                        delivery.users(),
                                        delivery.position(),
                                        occasion,
                                        heard.at()))
                        .ifPresent(causes::add);
            }
        }
        jobs.addMissed(causes);
        return batch.stream().map(_ -> Outcome.silent()).toList();
    }
}
