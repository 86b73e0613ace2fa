package parlance.e2e.reliability;

import static parlance.testing.waiting.Waiting.await;

import java.time.Duration;
import parlance.e2e.client.FrozenProcess;

/** One fault under load: the load runs, something fails and is repaired, and the load recovers. */
final class FaultRun {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int SOME = 10;

    /**
     * What Redis was told in the 5 s before it was last seen may be lost: the youngest sockets go.
     */
    private static final Duration OLD_ENOUGH = Duration.ofSeconds(9);

    private final FaultTarget target;

    FaultRun(FaultTarget target) {
        this.target = target;
    }

    FaultResult of(Fault fault) throws Exception {
        try (var load = Load.starts(target.suite())) {
            goesOn(load, SOME);
            await().atMost(LIMIT).until(() -> load.age().compareTo(OLD_ENOUGH) > 0);
            fault.failure().on(target);
            FrozenProcess.waitFor(fault.lasts());
            fault.repair().on(target);
            var repaired = System.nanoTime();
            goesOn(load, 1);
            var recovery = Duration.ofNanos(System.nanoTime() - repaired);
            goesOn(load, SOME);
            load.stops(LIMIT);
            return new FaultResult(
                    fault.name(),
                    load.acked(),
                    load.received(),
                    load.reconnects(),
                    load.reconnectsWithoutResume(),
                    DeliveryCheck.of(load.evidence()),
                    recovery);
        }
    }

    private static void goesOn(Load load, int messages) {
        var before = load.progress();
        await().atMost(LIMIT).until(() -> load.wentOn(before, acked -> acked >= messages));
    }
}
