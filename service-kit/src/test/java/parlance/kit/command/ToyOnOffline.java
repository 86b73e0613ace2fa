package parlance.kit.command;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.OfflineDelivery;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;

/** Keeps what users missed. */
@Singleton
public class ToyOnOffline {

    private final List<OfflineDelivery> missed = new CopyOnWriteArrayList<>();

    public List<OfflineDelivery> missed() {
        return missed;
    }

    @Incoming("deliveries-offline")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.process(OfflineDelivery.class, this::keep);
    }

    private List<HandlerResult> keep(List<ReceivedEvent<OfflineDelivery>> batch) {
        batch.forEach(receivedEvent -> missed.add(receivedEvent.event()));
        return batch.stream().map(_ -> HandlerResult.noReply()).toList();
    }
}
