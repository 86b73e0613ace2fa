package parlance.testing.infra;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.Component;
import parlance.local.infra.secrets.GeneratedSecrets;

/**
 * Gives a service's {@code @QuarkusTest} its servers, topics, database and key prefix of its own,
 * secrets, and free ports: {@code @WithTestResource(ParlanceInfrastructure.class)}. The argument
 * {@code s3=true} adds the S3 server.
 */
public final class ParlanceInfrastructure implements QuarkusTestResourceLifecycleManager {

    private final EnumSet<Component> components =
            EnumSet.of(Component.KAFKA, Component.REDIS, Component.MONGO);
    private @Nullable TestTopics topics;

    @Override
    public void init(Map<String, String> arguments) {
        if (Boolean.parseBoolean(arguments.get("s3"))) {
            components.add(Component.S3);
        }
    }

    @Override
    public Map<String, String> start() {
        var addresses = SharedInfrastructure.addresses(components);
        var module = moduleName();
        var run = module + "-" + randomName();
        var created = new TestTopics(addressOf(Component.KAFKA, addresses), "t-" + run + "-");
        created.create();
        topics = created;

        var configuration = new HashMap<>(addresses);
        configuration.putAll(TestSecrets.asConfiguration());
        configuration.put("kafka.bootstrap.servers", addressOf(Component.KAFKA, addresses));
        configuration.put("quarkus.redis.hosts", addressOf(Component.REDIS, addresses));
        configuration.put(
                "quarkus.mongodb.connection-string", addressOf(Component.MONGO, addresses));
        configuration.put("quarkus.mongodb.database", "parlance_" + run.replace('-', '_'));
        configuration.put("parlance.kafka.topic-prefix", "t-" + run + "-");
        configuration.put("parlance.redis.key-prefix", "t-" + run + ":");
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
    }

    @Override
    public void stop() {
        var created = topics;
        if (created != null) {
            created.delete();
        }
    }

    private static String addressOf(Component component, Map<String, String> addresses) {
        return addresses.getOrDefault(component.addressVariable(), "");
    }

    /** The folder in which Maven runs a module's tests: message-service is "message". */
    private static String moduleName() {
        var folder = Path.of("").toAbsolutePath().getFileName().toString();
        return folder.replaceFirst("-service$", "").replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static String randomName() {
        return GeneratedSecrets.token().replaceAll("[^A-Za-z0-9]", "").substring(0, 6);
    }
}
