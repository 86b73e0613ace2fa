package parlance.testing.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Groups of users who each send a message at a fixed interval. Prints deliveries a second,
 * latencies, what was lost, doubled or reordered, and what a delivery cost each process. Exits with
 * 1 if anything was lost, doubled or reordered, with 2 if it could not be tried.
 */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final int SETUP_THREADS = 8;
    private static final int FAILED = 2;

    @Option(names = "--url", description = "the front door", defaultValue = "http://localhost:9001")
    URI url = URI.create("http://localhost:9001");

    @Option(names = "--login-url", description = "where /login is, if not at the front door")
    @Nullable URI loginUrl;

    @Option(names = "--leave", description = "delete the users in the end")
    boolean leave;

    @Option(names = "--groups", description = "how many groups", defaultValue = "150")
    int groups;

    @Option(names = "--users", description = "users in a group", defaultValue = "4")
    int users;

    @Option(
            names = "--interval",
            description = "seconds between a user's messages",
            defaultValue = "5")
    int interval;

    @Option(names = "--warm-up", description = "seconds that do not count", defaultValue = "30")
    int warmUp;

    @Option(names = "--duration", description = "seconds that count", defaultValue = "60")
    int duration;

    @Option(names = "--process", description = "name=pid, whose CPU time is counted")
    Map<String, Long> processes = new LinkedHashMap<>();

    public static void main(String[] args) {
        var bench = new Bench();
        System.exit(
                new CommandLine(bench)
                        .setExecutionExceptionHandler((failure, _, _) -> bench.explain(failure))
                        .execute(args));
    }

    /** In a line: signing up one of many users fails deep inside. */
    private int explain(Exception failure) {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) {
            cause = cause.getCause();
        }
        System.err.println("bench: no load can be put on " + url + ": " + cause);
        return FAILED;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var deliveryStats = new DeliveryStats();
        System.out.printf("%d users in groups of %d: signing up …%n", groups * users, users);
        var everybody = gather(deliveryStats);
        System.out.printf("warming up for %d s …%n", warmUp);
        send(everybody, warmUp);
        deliveryStats.startCounting();
        var before = ProcessCost.of(processes);
        System.out.printf("measuring for %d s …%n", duration);
        send(everybody, duration);
        var cost = ProcessCost.of(processes).since(before);
        settle(deliveryStats);
        everybody.forEach(leave ? BenchUser::leave : BenchUser::close);
        return new Report(deliveryStats, cost, Duration.ofSeconds(duration)).print();
    }

    private List<BenchUser> gather(DeliveryStats deliveryStats)
            throws InterruptedException, ExecutionException {
        var everybody = new ArrayList<BenchUser>();
        try (var threads = Executors.newFixedThreadPool(SETUP_THREADS)) {
            var tasks =
                    IntStream.range(0, groups)
                            .<Callable<List<BenchUser>>>mapToObj(
                                    group -> () -> BenchGroup.gather(doors(), users, deliveryStats))
                            .toList();
            for (var group : threads.invokeAll(tasks)) {
                everybody.addAll(group.get());
            }
        }
        return everybody;
    }

    private Doors doors() {
        return new Doors(url, loginUrl == null ? url : loginUrl);
    }

    /** Spreads the users evenly over the interval, so that the load has no bursts of its own. */
    private void send(List<BenchUser> everybody, int seconds) throws InterruptedException {
        var step = TimeUnit.SECONDS.toNanos(interval) / everybody.size();
        var start = System.nanoTime();
        var end = start + TimeUnit.SECONDS.toNanos(seconds);
        for (long due = start, i = 0; due < end; due += step, i++) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            everybody.get((int) (i % everybody.size())).send(due);
        }
    }

    private static void settle(DeliveryStats deliveryStats) throws InterruptedException {
        var end = System.nanoTime() + SETTLE.toNanos();
        while (deliveryStats.missing() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
