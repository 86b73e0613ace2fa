package parlance.kit.consume;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.Topic;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;

/** Keeps what users missed. */
@Singleton
class ToyOnOffline implements EventListener<OfflineDelivery> {

    private final List<OfflineDelivery> missed = new CopyOnWriteArrayList<>();

    List<OfflineDelivery> missed() {
        return missed;
    }

    @Override
    public Topic topic() {
        return Topic.DELIVERIES_OFFLINE;
    }

    @Override
    public List<Outcome> handle(List<Heard<OfflineDelivery>> batch) {
        batch.forEach(heard -> missed.add(heard.event()));
        return batch.stream().map(_ -> Outcome.silent()).toList();
    }
}
