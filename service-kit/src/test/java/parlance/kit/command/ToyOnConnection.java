package parlance.kit.command;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.Delivery;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;

/** Greets whoever connects; the desk says whether it can. */
@Singleton
class ToyOnConnection {

    record Greeting(String greeting) {}

    private final RecordingHandlers desk;

    ToyOnConnection(RecordingHandlers desk) {
        this.desk = desk;
    }

    @Incoming("connections")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.processEach(ConnectionEvent.class, this::greet);
    }

    private HandlerResult greet(ReceivedEvent<ConnectionEvent> receivedEvent) {
        if (!(receivedEvent.event() instanceof ConnectionOpened opened)) {
            return HandlerResult.noReply();
        }
        var connection = opened.connectionId().value();
        desk.work(opened.userId().value(), connection);
        return HandlerResult.noReply()
                .deliver(Delivery.of(new Greeting(connection), List.of(opened.userId())));
    }
}
