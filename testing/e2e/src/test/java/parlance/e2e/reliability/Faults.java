package parlance.e2e.reliability;

import static parlance.local.infra.Component.KAFKA;
import static parlance.local.infra.Component.MONGO;
import static parlance.local.infra.Component.REDIS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.Component;
import parlance.local.infra.Progress;

/** What may fail. */
final class Faults {

    private static final Duration LONGER_THAN_A_LEASE = TestSuite.LEASE.plusSeconds(3);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration FLAKY = Duration.ofSeconds(10);

    /** Services of one replica: what is killed is all there is. */
    private static final List<String> SINGLE =
            List.of("auth-1", "user-1", "conversation-1", "presence-1", "push-1", "file-1");

    private Faults() {}

    /** The short part, which runs with all the other tests. */
    static List<Fault> few() {
        return List.of(
                messageServiceKilled(),
                stopped(KAFKA),
                stopped(MONGO),
                emptied(),
                frozen(REDIS),
                lapsed());
    }

    /** Everything; takes about an hour. */
    static List<Fault> all() {
        var all = new ArrayList<Fault>();
        for (var replica : List.of("gateway-2", "message-1", "message-2")) {
            all.add(killed(replica));
            all.add(paused(replica));
        }
        all.add(messageServiceKilled());
        for (var replica : SINGLE) {
            all.add(killed(replica));
            all.add(paused(replica));
        }
        all.addAll(
                List.of(
                        brokerKilled(),
                        brokerPaused(),
                        emptied(),
                        lapsed(),
                        stopped(MONGO),
                        frozen(REDIS),
                        frozen(MONGO)));
        for (var component : List.of(REDIS, MONGO)) {
            all.addAll(network(component));
        }
        all.addAll(List.of(rebalances(), drained(), restarted()));
        return all;
    }

    private static Fault killed(String replica) {
        return Fault.of(
                "kill -9 of " + replica,
                SHORT,
                target -> target.suite().killReplica(replica),
                target -> target.suite().startReplica(replica));
    }

    private static Fault messageServiceKilled() {
        return Fault.of(
                        "kill -9 of both replicas of message-service",
                        SHORT,
                        target -> {
                            target.suite().killReplica("message-1");
                            target.suite().killReplica("message-2");
                        },
                        target -> {
                            target.suite().startReplica("message-1");
                            target.suite().startReplica("message-2");
                        })
                .behindTheGateways();
    }

    private static Fault paused(String replica) {
        return Fault.of(
                replica + " paused for longer than a lease",
                LONGER_THAN_A_LEASE,
                target -> target.frozen().stop(target.replica(replica)),
                target -> target.frozen().goOn());
    }

    private static Fault stopped(Component component) {
        return Fault.of(
                        component.id() + " stopped and started",
                        SHORT,
                        target -> target.servers().stop(component),
                        target -> target.servers().start(component))
                .behindTheGateways();
    }

    private static Fault frozen(Component component) {
        return Fault.of(
                        component.id() + " frozen for longer than a lease",
                        LONGER_THAN_A_LEASE,
                        target -> target.frozen().stop(target.server(component)),
                        target -> target.frozen().goOn())
                .behindTheGateways();
    }

    private static Fault emptied() {
        return Fault.of(
                        "redis comes back empty",
                        SHORT,
                        target -> {
                            target.servers().flushRedis();
                            target.servers().stop(REDIS);
                        },
                        target -> target.servers().start(REDIS))
                .behindTheGateways();
    }

    private static Fault lapsed() {
        return Fault.of(
                        "redis comes back with its data when all leases have lapsed",
                        LONGER_THAN_A_LEASE,
                        target -> target.servers().stop(REDIS),
                        target -> target.servers().start(REDIS))
                .behindTheGateways();
    }

    private static Fault brokerKilled() {
        return Fault.of(
                "kill -9 of one of three Kafka brokers",
                SHORT,
                target -> target.kafka().kill(2),
                target -> target.kafka().start(2));
    }

    private static Fault brokerPaused() {
        return Fault.of(
                "one of three Kafka brokers paused",
                LONGER_THAN_A_LEASE,
                target -> target.frozen().stop(target.kafka().broker(3)),
                target -> target.frozen().goOn());
    }

    private static List<Fault> network(Component component) {
        return List.of(
                Fault.of(
                        component.id() + " cut off",
                        LONGER_THAN_A_LEASE,
                        target -> target.proxy(component).cut(),
                        target -> target.proxy(component).mend()),
                Fault.of(
                        component.id() + " behind a black hole",
                        LONGER_THAN_A_LEASE,
                        target -> target.proxy(component).freeze(),
                        target -> target.proxy(component).mend()),
                Fault.of(
                        component.id() + " 300 ms away",
                        FLAKY,
                        target -> target.proxy(component).delay(Duration.ofMillis(300)),
                        target -> target.proxy(component).mend()),
                Fault.of(
                        "5 % of what goes to " + component.id() + " breaks its connection",
                        FLAKY,
                        target -> target.proxy(component).cutNowAndThen(0.05),
                        target -> target.proxy(component).mend()));
    }

    private static Fault rebalances() {
        return Fault.operation(
                "message-service scaled to 1, 3, 1 and 2 replicas",
                target -> {
                    for (var count : List.of(1, 3, 1, 2)) {
                        target.suite().scale("message", count, Progress.silent());
                    }
                });
    }

    private static Fault drained() {
        return Fault.operation(
                "a gateway drained and started",
                target -> target.suite().restart("gateway-3", Progress.silent()));
    }

    private static Fault restarted() {
        return Fault.operation(
                "rolling restart of every service",
                target -> {
                    for (var service :
                            List.of(
                                    "gateway",
                                    "message",
                                    "conversation",
                                    "user",
                                    "auth",
                                    "presence",
                                    "push",
                                    "file")) {
                        target.suite().restart(service, Progress.silent());
                    }
                });
    }
}
