package parlance.testing.infra;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import parlance.local.infra.Ports;
import parlance.local.infra.RedisServer;
import parlance.local.infra.StartupFailure;

/** A Redis Cluster of three masters, which share the slots among them. */
public final class RedisCluster implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    /** The masters speak to each other on a port this much higher. */
    private static final int BUS = 10_000;

    private static final String LOG = "redis.log";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final List<Process> servers = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Path> logs = new ArrayList<>();

    private RedisCluster() {}

    /**
     * Returns when the cluster takes commands for every slot. Another process may have taken a port
     * between its check and its use, which ends a master at once: then others are started once
     * more.
     */
    public static RedisCluster start() {
        try {
            return startOnce();
        } catch (StartupFailure _) {
            return startOnce();
        }
    }

    private static RedisCluster startOnce() {
        var cluster = new RedisCluster();
        try {
            cluster.launch(Files.createTempDirectory("parlance-redis-cluster-"));
            cluster.join();
            return cluster;
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The addresses of all masters. */
    public List<String> addresses() {
        return ports.stream().map(port -> "redis://127.0.0.1:" + port).toList();
    }

    private void launch(Path folder) throws IOException {
        var program = RedisServer.executable(folder).toString();
        for (int i = 0; i < MASTERS; i++) {
            var port = Ports.freeWithNeighbour(BUS);
            ports.add(port);
            var data = Files.createDirectory(folder.resolve(Integer.toString(port)));
            logs.add(data.resolve(LOG));
            servers.add(
                    new ProcessBuilder(
                                    program,
                                    "--bind",
                                    "127.0.0.1",
                                    "--port",
                                    Integer.toString(port),
                                    "--dir",
                                    data.toString(),
                                    "--save",
                                    "",
                                    "--cluster-enabled",
                                    "yes")
                            .redirectErrorStream(true)
                            .redirectOutput(data.resolve(LOG).toFile())
                            .start());
        }
    }

    private void join() {
        var first = ports.getFirst();
        for (int i = 0; i < MASTERS; i++) {
            var port = ports.get(i);
            until(() -> ask(port, "PING").startsWith("+PONG"));
            var words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            IntStream.range(SLOTS * i / MASTERS, SLOTS * (i + 1) / MASTERS)
                    .forEach(slot -> words.add(Integer.toString(slot)));
            order(port, words.toArray(String[]::new));
            order(port, "CLUSTER", "MEET", "127.0.0.1", Integer.toString(first));
        }
        for (var port : ports) {
            until(() -> isComplete(port));
        }
    }

    private static boolean isComplete(int port) {
        var info = ask(port, "CLUSTER", "INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_size:" + MASTERS);
    }

    private void until(BooleanSupplier done) {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || !servers.stream().allMatch(Process::isAlive)) {
                throw new StartupFailure("the cluster does not start:\n" + logged());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private String logged() {
        var text = new StringBuilder();
        for (var log : logs) {
            try {
                text.append(Files.readString(log));
            } catch (IOException e) {
                text.append(e).append('\n');
            }
        }
        return text.toString();
    }

    private static void order(int port, String... words) {
        var answer = ask(port, words);
        if (!answer.startsWith("+OK")) {
            throw new IllegalStateException(words[1] + " is answered by '" + answer + "'");
        }
    }

    /**
     * The lines of the server's answer; none while it does not listen. The server closes, by QUIT:
     * one that meets an end of input may drop the connection before it has answered.
     */
    private static String ask(int port, String... words) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(encode(words));
            socket.getOutputStream().write(encode("QUIT"));
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return String.join("\n", in.readAllLines());
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] encode(String... words) {
        var text = new StringBuilder("*" + words.length + "\r\n");
        for (var word : words) {
            text.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        servers.forEach(Process::destroy);
    }
}
