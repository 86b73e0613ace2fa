package parlance.message.oplog;

import static parlance.contracts.Absent.LOG;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.ConnectionId;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.EventListener;
import parlance.kit.Heard;
import parlance.kit.Outcome;

/** Logs what users missed. A packet that comes twice for a user is one entry. */
@Singleton
final class OnOfflineDelivery implements EventListener<OfflineDelivery> {

    private final OperationStore operations;
    private final LogClockStore clocks;
    private final MissedStore missed;
    private final Returned returned;
    private final OplogConfig config;
    private final Counter entries;

    OnOfflineDelivery(
            OperationStore operations,
            LogClockStore clocks,
            MissedStore missed,
            Returned returned,
            OplogConfig config,
            MeterRegistry metrics) {
        this.operations = operations;
        this.clocks = clocks;
        this.missed = missed;
        this.returned = returned;
        this.config = config;
        this.entries = metrics.counter("parlance_oplog_entries");
    }

    @Override
    public Topic topic() {
        return Topic.DELIVERIES_OFFLINE;
    }

    @Override
    public List<Outcome> handle(List<Heard<OfflineDelivery>> batch) {
        var logged = operationsOf(batch);
        operations.add(logged);
        missed.offerAgain(logged);
        entries.increment(logged.size());
        // Logged first: whoever comes back now finds it, and is found here.
        var back = returned.find(usersToTell(logged));
        return batch.stream()
                .map(heard ->
                        Operation.isToldOnReturn(heard.event().packet())
                                ? tell(heard, back)
                                : Outcome.silent())
                .toList();
    }

    private static Set<UserId> usersToTell(List<Operation> logged) {
        return logged.stream()
                .filter(Operation::isToldOnReturn)
                .map(Operation::userId)
                .collect(Collectors.toSet());
    }

    private Outcome tell(Heard<OfflineDelivery> heard, Map<UserId, ConnectionId> back) {
        var outcome = Outcome.silent();
        for (var user : heard.event().users()) {
            var connection = back.get(user);
            if (connection != null) {
                for (var delivery : returned.tell(user, connection, heard.position())) {
                    outcome = outcome.deliver(delivery);
                }
            }
        }
        return outcome;
    }

    /** A batch is of one partition, and a user's deliveries are all in the same one. */
    private List<Operation> operationsOf(List<Heard<OfflineDelivery>> batch) {
        var partition = batch.getFirst().position().stream();
        var times = new LogTimes(clocks.lastOf(partition));
        var logged = new ArrayList<Operation>();
        for (var heard : batch) {
            if (heard.event().whenAbsent().contains(LOG)) {
                logged.addAll(operationsOf(heard, times));
            }
        }
        clocks.advance(partition, times.last());
        return logged;
    }

    private List<Operation> operationsOf(Heard<OfflineDelivery> heard, LogTimes times) {
        var delivery = heard.event();
        return delivery.users().stream()
                .map(user ->
                        new Operation(
                                user,
                                delivery.position(),
                                config.base() + heard.position().offset() + 1,
                                times.next(user, heard.at()),
                                delivery.packet()))
                .toList();
    }
}
