package parlance.testing.infra;

import com.redis.testcontainers.RedisContainer;
import java.io.IOException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import parlance.local.infra.Component;

/**
 * The servers of production in containers, which {@code ./parlance test --containers} asks for;
 * they end with the JVM. Compiled only: the machines that build this so far have no Docker engine.
 */
@SuppressWarnings("resource") // Testcontainers ends them.
final class Containers {

    /** Set to {@code true} by {@code ./parlance test --containers}. */
    static final String WANTED = "PARLANCE_TEST_CONTAINERS";

    private static final String BUCKET = "parlance-files";

    private Containers() {}

    static boolean areWanted(Map<String, String> environment) {
        return "true".equals(environment.get(WANTED));
    }

    /** Starts one; gives the variables that tell where it is, and how to sign in. */
    static Map<String, String> start(Component component) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(WANTED + " is true, but no Docker engine answers");
        }
        return switch (component) {
            case KAFKA -> Map.of(component.addressVariable(), kafka());
            case REDIS -> Map.of(component.addressVariable(), redis());
            case MONGO -> Map.of(component.addressVariable(), mongo());
            case S3 -> s3();
        };
    }

    private static String kafka() {
        var container =
                new KafkaContainer("apache/kafka:4.1.1")
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return container.getBootstrapServers();
    }

    private static String redis() {
        var container = new RedisContainer("redis:7.4");
        container.start();
        return container.getRedisURI();
    }

    /** A replica set of one, as production has replica sets. */
    private static String mongo() {
        var container = new MongoDBContainer("mongo:8.0").withReplicaSet();
        container.start();
        return container.getConnectionString();
    }

    private static Map<String, String> s3() {
        var container = new MinIOContainer("minio/minio:RELEASE.2025-04-22T22-12-26Z");
        container.start();
        createBucket(container);
        return Map.of(
                Component.S3.addressVariable(),
                container.getS3URL(),
                "S3_ACCESS_KEY",
                container.getUserName(),
                "S3_SECRET_KEY",
                container.getPassword(),
                "S3_BUCKET",
                BUCKET,
                "S3_REGION",
                "us-east-1");
    }

    private static void createBucket(MinIOContainer container) {
        var command =
                "mc alias set s3 http://localhost:9000 %s %s && mc mb s3/%s"
                        .formatted(container.getUserName(), container.getPassword(), BUCKET);
        try {
            var result = container.execInContainer("sh", "-c", command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException("no bucket: " + result.getStderr());
            }
        } catch (IOException e) {
            throw new IllegalStateException("no bucket", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a bucket was made", e);
        }
    }
}
