package parlance.testing.infra;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import parlance.local.infra.Project;
import parlance.local.infra.topics.DeclaredTopic;
import parlance.local.infra.topics.DeclaredTopics;
import parlance.local.infra.topics.TopicCreator;

/** The declared topics under a prefix of one test run, with few partitions. */
final class TestTopics {

    private static final int PARTITIONS = 3;

    /** Held, because a logger without a reference is collected and loses its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final String bootstrapServers;
    private final DeclaredTopics topics;

    TestTopics(String bootstrapServers, String prefix) {
        KAFKA.setLevel(Level.WARNING);
        this.bootstrapServers = bootstrapServers;
        this.topics =
                DeclaredTopics.read(Project.find().topics())
                        .withAtMost(PARTITIONS)
                        .withPrefix(prefix);
    }

    void create() {
        try (var admin = admin()) {
            new TopicCreator(admin).apply(topics);
        }
    }

    /** Requests the deletion without waiting until the broker has done it. */
    void delete() {
        try (var admin = admin()) {
            List<String> names = topics.topics().stream().map(DeclaredTopic::name).toList();
            admin.deleteTopics(names);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }
}
