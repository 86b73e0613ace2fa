package parlance.local.launcher.admin;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.launcher.Suite;
import picocli.CommandLine.Option;

/**
 * The deployment that a command addresses: the one that options or environment name, else the one
 * on this machine.
 */
final class Target {

    private static final String ADMIN_KEY = "PARLANCE_ADMIN_API_KEY";
    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The front door, such as https://chat.example (PARLANCE_URL).")
    private @Nullable URI url;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka's address (" + KAFKA + ").")
    private @Nullable String kafka;

    @Option(
            names = "--kafka-config",
            paramLabel = "KEY=VALUE",
            description = "More settings of the Kafka client, such as security.protocol=SSL.")
    private Map<String, String> kafkaConfig = Map.of();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "What stands before every topic's name.")
    private String topicPrefix = "";

    URI url() {
        var given = url == null ? System.getenv("PARLANCE_URL") : url.toString();
        return given == null ? here(Suite::frontDoor) : URI.create(given);
    }

    /** From the environment only: an option would stand in the list of processes. */
    String adminKey() {
        return Optional.ofNullable(System.getenv(ADMIN_KEY))
                .orElseGet(() -> here(suite -> suite.environment().get(ADMIN_KEY)));
    }

    Map<String, Object> kafka() {
        var given = kafka == null ? System.getenv(KAFKA) : kafka;
        var servers = given == null ? here(suite -> suite.environment().get(KAFKA)) : given;
        var settings = new HashMap<String, Object>(kafkaConfig);
        settings.put("bootstrap.servers", servers);
        return settings;
    }

    /** A topic's name without the prefix of the deployment; empty for others' topics. */
    Optional<String> ownName(String topic) {
        return topic.startsWith(topicPrefix)
                ? Optional.of(topic.substring(topicPrefix.length()))
                : Optional.empty();
    }

    String fullName(String topic) {
        return topicPrefix + topic;
    }

    private static <T> T here(Function<Suite, @Nullable T> question) {
        var root = System.getProperty("parlance.root");
        var project = root == null ? Project.find() : new Project(Path.of(root));
        return Suite.find(project, new DataDirectory(project.localHome()))
                .map(question)
                .orElseThrow(() ->
                        new StartupFailure(
                                "nothing runs here; name a deployment with --url and --kafka"));
    }
}
