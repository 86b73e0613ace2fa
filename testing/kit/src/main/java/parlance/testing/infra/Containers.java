package parlance.testing.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import parlance.local.infra.Component;
import parlance.local.infra.Ports;

/**
 * The real servers in containers, where a Docker engine answers. Unverified: it was written on a
 * machine without one. A server that does not start is replaced by the embedded one;
 * PARLANCE_TESTCONTAINERS=false keeps to those from the start.
 */
final class Containers {

    private static final Logger LOG = Logger.getLogger(Containers.class.getName());

    private Containers() {}

    /** The addresses of those servers that the environment does not name. */
    static Map<String, String> startMissing(Map<String, String> environment) {
        var addresses = new HashMap<String, String>();
        if (!isEngineThere(environment)) {
            return addresses;
        }
        Map<Component, Supplier<String>> starts =
                Map.of(
                        Component.KAFKA, Containers::kafka,
                        Component.REDIS, () -> "redis://" + started("redis:7", 6379),
                        Component.MONGO, () -> "mongodb://" + started("mongo:8", 27017));
        starts.forEach((component, start) -> {
            if (!environment.containsKey(component.addressVariable())) {
                startOne(component, start, addresses);
            }
        });
        return addresses;
    }

    /** Looks for a socket first: asking Testcontainers takes a second, and pages of log. */
    private static boolean isEngineThere(Map<String, String> environment) {
        if ("false".equals(environment.get("PARLANCE_TESTCONTAINERS"))) {
            return false;
        }
        return (environment.containsKey("DOCKER_HOST")
                        || Files.exists(Path.of("/var/run/docker.sock")))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static void startOne(
            Component component, Supplier<String> start, Map<String, String> addresses) {
        try {
            addresses.put(component.addressVariable(), start.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no container of " + component.id() + "; embedding it", e);
        }
    }

    private static String started(String image, int port) {
        var container = new GenericContainer<>(DockerImageName.parse(image)).withExposedPorts(port);
        container.start();
        return container.getHost() + ":" + container.getMappedPort(port);
    }

    /** A broker tells its clients where it is, so its port must be known before it starts. */
    @SuppressWarnings("resource") // Testcontainers ends it with the JVM.
    private static String kafka() {
        var port = Ports.free();
        var address = DockerClientFactory.instance().dockerHostIpAddress() + ":" + port;
        var container =
                new GenericContainer<>(DockerImageName.parse("apache/kafka:4.1.1"))
                        .withEnv("KAFKA_NODE_ID", "1")
                        .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
                        .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093")
                        .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + address)
                        .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                        .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                        .withEnv(
                                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                        .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        container.setPortBindings(List.of(port + ":9092"));
        container.start();
        return address;
    }
}
