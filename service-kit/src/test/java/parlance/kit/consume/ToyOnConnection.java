package parlance.kit.consume;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Delivery;
import parlance.contracts.Topic;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;

/** Greets whoever connects; the desk says whether it can. */
@Singleton
class ToyOnConnection implements EventListener<ConnectionEvent> {

    record Greeting(String greeting) {}

    private final FileDesk desk;

    ToyOnConnection(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public Topic topic() {
        return Topic.CONNECTIONS;
    }

    @Override
    public List<Outcome> handle(List<Heard<ConnectionEvent>> batch) {
        return batch.stream().map(this::greet).toList();
    }

    private Outcome greet(Heard<ConnectionEvent> heard) {
        if (!(heard.event() instanceof ConnectionOpened opened)) {
            return Outcome.silent();
        }
        var connection = opened.connectionId().value();
        desk.work(opened.userId().value(), connection);
        return Outcome.silent()
                .deliver(Delivery.of(new Greeting(connection), List.of(opened.userId())));
    }
}
