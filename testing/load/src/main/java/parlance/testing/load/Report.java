package parlance.testing.load;

import java.io.PrintStream;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** The figures of one run, for people. */
record Report(DeliveryStats deliveryStats, ProcessCost cost, Duration duration) {

    /**
     * @return 1 if anything was lost, doubled or reordered
     */
    int print() {
        var out = System.out;
        var deliveries = deliveryStats.toReceive().getTotalCount();
        out.printf(
                "%n%,d deliveries, %.0f a second; unacked %d, lost %d, doubled %d, reordered %d%n",
                deliveries,
                deliveries / (double) duration.toSeconds(),
                deliveryStats.unacked(),
                deliveryStats.lost(),
                deliveryStats.doubled(),
                deliveryStats.reordered());
        print(out, "send → ack", deliveryStats.toAck());
        print(out, "send → receive", deliveryStats.toReceive());
        printCost(out, deliveries);
        return deliveryStats.lost()
                                + deliveryStats.doubled()
                                + deliveryStats.reordered()
                                + deliveryStats.unacked()
                        == 0
                ? 0
                : 1;
    }

    private static void print(PrintStream out, String name, Histogram latencies) {
        out.printf(
                "%-16s p50 %6.1f ms   p99 %6.1f ms   max %6.1f ms%n",
                name,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                latencies.getMaxValue() / 1e3);
    }

    private void printCost(PrintStream out, long deliveries) {
        if (cost.cpu().isEmpty() || deliveries == 0) {
            return;
        }
        var total = 0.0;
        for (var entry : cost.cpu().entrySet()) {
            var each = entry.getValue().toMillis() / (double) deliveries;
            total += each;
            out.printf(
                    "%-22s %6.3f CPU-ms a delivery   %5d MB%n",
                    entry.getKey(),
                    each,
                    cost.residentKib().getOrDefault(entry.getKey(), 0L) / 1024);
        }
        out.printf("%-22s %6.3f CPU-ms a delivery%n", "all", total);
    }
}
