package parlance.e2e.reliability;

import java.time.Duration;

/**
 * Something that fails and is repaired, while the load goes on.
 *
 * @param name the row of the table
 * @param lasts between failure and repair
 * @param breaksSockets whether clients that do not resume may have to connect again
 */
record Fault(String name, Duration lasts, Step failure, Step repair, boolean breaksSockets) {

    /** May take long, as a restart of everything does. */
    interface Step {
        void on(FaultTarget target) throws Exception;
    }

    static Fault of(String name, Duration lasts, Step failure, Step repair) {
        return new Fault(name, lasts, failure, repair, true);
    }

    /** The same, of something that need not break a socket. */
    Fault behindTheGateways() {
        return new Fault(name, lasts, failure, repair, false);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What an operator does on purpose: there is nothing to repair. */
    static Fault operation(String name, Step step) {
        return of(name, Duration.ZERO, step, _ -> {});
    }
}
