package parlance.gateway.inbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parlance.contracts.Topic;
import parlance.gateway.GatewayConfig;
import parlance.gateway.registry.InboxLeaseStore;
import parlance.gateway.registry.InboxLeaseStore.Lapsed;
import parlance.gateway.registry.InboxLeaseStore.Taken;
import parlance.kit.publish.ReliableProducer;

/** Inboxes that nobody reads. */
@Singleton
final class AvailableInboxes {

    private final ReliableProducer reliableProducer;
    private final InboxLeaseStore leases;
    private final Duration duration;

    AvailableInboxes(
            ReliableProducer reliableProducer, InboxLeaseStore leases, GatewayConfig config) {
        this.reliableProducer = reliableProducer;
        this.leases = leases;
        this.duration = config.gateway().lease();
    }

    int total() {
        return reliableProducer.partitions(Topic.GATEWAY_INBOX);
    }

    /** Takes any; what seems abandoned last, for its holder may only have lost sight of Redis. */
    Optional<Taken> take() {
        var abandoned =
                leases.lapsed(total()).stream()
                        .filter(Lapsed::abandoned)
                        .map(Lapsed::partition)
                        .collect(Collectors.toSet());
        var partitions = new ArrayList<>(IntStream.range(0, total()).boxed().toList());
        Collections.shuffle(partitions);
        partitions.sort(Comparator.comparing(abandoned::contains));
        return partitions.stream()
                .flatMap(partition -> leases.take(partition, duration).stream())
                .findFirst();
    }
}
