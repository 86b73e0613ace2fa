package parlance.local.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import parlance.local.infra.topics.DeclaredTopics;
import parlance.local.infra.topics.TopicCreator;

/**
 * {@code CreateTopics <bootstrap servers> <topics.json> [prefix]}: makes any cluster hold the
 * declared topics with the declared settings. Safe to run again; what is not declared stays.
 */
public final class CreateTopics {

    private static final String PREFIX = "KAFKA_";

    private CreateTopics() {}

    public static void main(String[] args) {
        var topics = DeclaredTopics.read(Path.of(args[1]));
        if (args.length > 2) {
            topics = topics.withPrefix(args[2]);
        }
        try (var admin = Admin.create(settings(args[0], System.getenv()))) {
            System.out.println(new TopicCreator(admin).apply(topics));
        }
    }

    /** KAFKA_SASL_MECHANISM and the like are set here as they are for services. */
    private static Map<String, Object> settings(String servers, Map<String, String> environment) {
        var settings = new HashMap<String, Object>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                var key = name.substring(PREFIX.length());
                settings.put(key.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        return settings;
    }
}
