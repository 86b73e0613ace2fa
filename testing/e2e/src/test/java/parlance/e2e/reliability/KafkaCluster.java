package parlance.e2e.reliability;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parlance.local.infra.ChildProgram;
import parlance.local.infra.Component;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.ManagedProcess;
import parlance.local.infra.ManagedProcesses;
import parlance.local.infra.Ports;
import parlance.local.infra.Project;

/** Three brokers, each its own controller; every record is on all three and acked by two. */
final class KafkaCluster implements AutoCloseable {

    private static final int SIZE = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private static final List<String> REPLICATED =
            List.of(
                    "default.replication.factor=3",
                    "min.insync.replicas=2",
                    "offsets.topic.replication.factor=3",
                    "transaction.state.log.replication.factor=3",
                    "transaction.state.log.min.isr=2",
                    "share.coordinator.state.topic.replication.factor=3",
                    "share.coordinator.state.topic.min.isr=2",
                    "replica.lag.time.max.ms=3000");

    private final Path jar;
    private final DataDirectory dataDirectory;
    private final ManagedProcesses processes;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Integer> controllerPorts = new ArrayList<>();

    private KafkaCluster(Project project, DataDirectory dataDirectory) {
        this.jar = project.programJar(Component.KAFKA);
        this.dataDirectory = dataDirectory;
        this.processes = new ManagedProcesses(dataDirectory);
        for (int i = 0; i < SIZE; i++) {
            ports.add(Ports.free());
            controllerPorts.add(Ports.free());
        }
    }

    static KafkaCluster start(Project project, DataDirectory dataDirectory) {
        var cluster = new KafkaCluster(project, dataDirectory);
        var started = nodes().map(cluster::launch).toList();
        started.forEach(broker -> cluster.processes.awaitListening(broker, START_LIMIT));
        return cluster;
    }

    private static Stream<Integer> nodes() {
        return IntStream.rangeClosed(1, SIZE).boxed();
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(joining(","));
    }

    ManagedProcess broker(int node) {
        return processes.find(name(node)).orElseThrow();
    }

    void kill(int node) {
        processes.kill(broker(node));
    }

    void start(int node) {
        processes.awaitListening(launch(node), START_LIMIT);
    }

    private ManagedProcess launch(int node) {
        var port = ports.get(node - 1);
        var controllerPort = controllerPorts.get(node - 1);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-jar", jar.toString()));
        command.add(dataDirectory.data(name(node)).toString());
        command.add(Integer.toString(port));
        command.add(Integer.toString(controllerPort));
        command.add("node.id=" + node);
        command.add("controller.quorum.voters=" + voters());
        command.addAll(REPLICATED);
        return processes.start(
                new ChildProgram(
                        name(node),
                        List.copyOf(command),
                        Map.of(),
                        Map.of(ChildProgram.MAIN, port, "controller", controllerPort)));
    }

    private String voters() {
        return nodes().map(node -> node + "@127.0.0.1:" + controllerPorts.get(node - 1))
                .collect(joining(","));
    }

    private static String name(int node) {
        return "broker-" + node;
    }

    @Override
    public void close() {
        nodes().flatMap(node -> processes.find(name(node)).stream())
                .forEach(broker -> processes.stop(broker, STOP_GRACE));
    }
}
