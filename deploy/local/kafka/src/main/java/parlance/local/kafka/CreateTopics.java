package parlance.local.kafka;

import java.nio.file.Path;
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

    private CreateTopics() {}

    public static void main(String[] args) {
        var topics = DeclaredTopics.read(Path.of(args[1]));
        if (args.length > 2) {
            topics = topics.withPrefix(args[2]);
        }
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]))) {
            System.out.println(new TopicCreator(admin).apply(topics));
        }
    }
}
