package parlance.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.Progress;

/**
 * One fault after the other, under load on three gateways; nothing acked may be lost, doubled or
 * reordered. With {@code -Dfaults=all}, which is {@code ./parlance test --faults}, on three Kafka
 * brokers and with every fault there is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReliabilityFaultIT {

    private static final boolean ALL = "all".equals(System.getProperty("faults"));

    private final FaultTable table = new FaultTable(Path.of("target", "reliability.md"));
    private final FaultTarget target =
            ALL ? LargeSuite.start() : FaultTarget.of(TestSuite.breakable());

    @BeforeAll
    void scale() {
        target.suite().scale("gateway", 3, Progress.silent());
        target.suite().scale("message", 2, Progress.silent());
    }

    /** Other stories break the same suite, and mean its only gateway. */
    @AfterAll
    void scaleBack() {
        target.suite().scale("gateway", 1, Progress.silent());
        target.suite().scale("message", 1, Progress.silent());
    }

    static Stream<Fault> faults() {
        return (ALL ? Faults.all() : Faults.few()).stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothingIsLostDoubledOrReordered(Fault fault) throws Exception {
        var result = new FaultRun(target).of(fault);

        table.add(result);
        assertThat(result.damage().isNone()).as("%s", result.damage().findings()).isTrue();
        if (!fault.breaksSockets()) {
            // Those who resume are sent away when Redis has forgotten what they were sent.
            assertThat(result.reconnectsWithoutResume()).as("sockets that broke").isZero();
        }
    }
}
