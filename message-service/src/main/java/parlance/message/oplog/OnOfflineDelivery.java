package parlance.message.oplog;

import static parlance.contracts.OfflinePolicy.LOG;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.ConnectionId;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.UserId;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;

/** Logs what users missed. A packet that comes twice for a user is one entry. */
@Singleton
final class OnOfflineDelivery {

    private final OperationStore operations;
    private final LogTimestampStore clocks;
    private final MissedChangesStore missed;
    private final ReconnectedUsers reconnectedUsers;
    private final OplogConfig config;
    private final Counter entries;

    OnOfflineDelivery(
            OperationStore operations,
            LogTimestampStore clocks,
            MissedChangesStore missed,
            ReconnectedUsers reconnectedUsers,
            OplogConfig config,
            MeterRegistry metrics) {
        this.operations = operations;
        this.clocks = clocks;
        this.missed = missed;
        this.reconnectedUsers = reconnectedUsers;
        this.config = config;
        this.entries = metrics.counter("parlance_oplog_entries");
    }

    @Incoming("deliveries-offline")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.process(OfflineDelivery.class, this::handle);
    }

    /** The events are of one partition. */
    List<HandlerResult> handle(List<ReceivedEvent<OfflineDelivery>> batch) {
        var logged = operationsOf(batch);
        operations.add(logged);
        missed.offerAgain(logged);
        entries.increment(logged.size());
        // Logged first: a user who comes back now finds it, and is found here.
        var back = reconnectedUsers.find(usersToTell(logged));
        return batch.stream()
                .map(receivedEvent ->
                        Operation.isToldOnReturn(receivedEvent.event().packet())
                                ? tell(receivedEvent, back)
                                : HandlerResult.noReply())
                .toList();
    }

    private static Set<UserId> usersToTell(List<Operation> logged) {
        return logged.stream()
                .filter(Operation::isToldOnReturn)
                .map(Operation::userId)
                .collect(Collectors.toSet());
    }

    private HandlerResult tell(
            ReceivedEvent<OfflineDelivery> receivedEvent, Map<UserId, ConnectionId> back) {
        var result = HandlerResult.noReply();
        for (var user : receivedEvent.event().users()) {
            var connection = back.get(user);
            if (connection != null) {
                for (var delivery :
                        reconnectedUsers.tell(user, connection, receivedEvent.position())) {
                    result = result.deliver(delivery);
                }
            }
        }
        return result;
    }

    /** A batch is of one partition, and a user's deliveries are all in the same one. */
    private List<Operation> operationsOf(List<ReceivedEvent<OfflineDelivery>> batch) {
        var partition = batch.getFirst().position().stream();
        var times = new MonotonicTimestamps(clocks.lastOf(partition));
        var logged = new ArrayList<Operation>();
        for (var receivedEvent : batch) {
            if (receivedEvent.event().whenAbsent().contains(LOG)) {
                logged.addAll(operationsOf(receivedEvent, times));
            }
        }
        clocks.advance(partition, times.last());
        return logged;
    }

    private List<Operation> operationsOf(
            ReceivedEvent<OfflineDelivery> receivedEvent, MonotonicTimestamps times) {
        var delivery = receivedEvent.event();
        return delivery.users().stream()
                .map(user ->
                        new Operation(
                                user,
                                delivery.position(),
                                config.base() + receivedEvent.position().offset() + 1,
                                times.next(user, receivedEvent.at()),
                                delivery.packet()))
                .toList();
    }
}
