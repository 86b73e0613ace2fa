package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KafkaTest {

    private final Manifests strimzi = Chart.strimzi().render();
    private final JsonNode declared = declared();

    @Test
    void theHookCreatesTheDeclaredTopicsBeforeAnythingStarts() throws IOException {
        var plain = Chart.production().render();
        var topics = plain.get("ConfigMap", "topics").at("/data/topics.json").asText();
        var job = plain.get("Job", "topics");

        assertThat(Manifests.YAML.readTree(topics)).isEqualTo(declared);
        assertThat(job.at("/metadata/annotations").path(Packaged.HOOK).asText())
                .isEqualTo("pre-install,pre-upgrade");
        assertThat(job.toString())
                .contains(
                        "parlance.local.kafka.CreateTopics",
                        "\"secretRef\":{\"name\":\"parlance-kafka\"}");
    }

    @Test
    void strimziHasEveryDeclaredTopicAsItIsDeclared() {
        assertThat(strimzi.ofKind("Job")).isEmpty();
        assertThat(strimzi.ofKind("KafkaTopic")).hasSize(declared.path("topics").size());
        for (var topic : declared.path("topics")) {
            var resource = topic(topic.path("name").asText()).path("spec");
            assertThat(resource.path("partitions").asInt())
                    .isEqualTo(topic.path("partitions").asInt());
            assertThat(resource.at("/config/cleanup.policy").asText())
                    .isEqualTo(topic.path("cleanup").asText());
            assertThat(resource.at("/config/max.message.bytes").asInt())
                    .isEqualTo(declared.at("/defaults/maxMessageBytes").asInt());
            var segment = resource.at("/config/segment.ms").asLong();
            assertThat(segment).isLessThanOrEqualTo(Duration.ofDays(7).toMillis() / 10);
            if (topic.has("retention")) {
                assertThat(segment)
                        .isLessThanOrEqualTo(resource.at("/config/retention.ms").asLong() / 2);
                assertThat(resource.at("/config/retention.ms").asLong())
                        .isEqualTo(Duration.parse(topic.path("retention").asText()).toMillis());
            }
        }
    }

    @Test
    void servicesMayReadAndWriteWhatTheyHaveToAndNothingElse() {
        for (var service : Facts.services()) {
            assertThat(topicsWith("Read", service))
                    .isEqualTo(Set.copyOf(Facts.of(service, "reads")));
            var written = new TreeSet<>(Facts.of(service, "writes"));
            Facts.of(service, "reads").forEach(topic -> written.add(topic + ".dlq"));
            assertThat(topicsWith("Write", service)).isEqualTo(written);
        }
    }

    @Test
    void onlyTheGatewayWritesCommandsOfClientsEverywhere() {
        assertThat(topicsWith("Write", "gateway")).contains("message.commands", "user.queries");
        assertThat(topicsWith("Write", "file")).noneMatch(topic -> topic.endsWith(".commands"));
    }

    @Test
    void everyTopicIsWrittenBySomebodyAndReadByItsOwner() {
        for (var topic : declared.path("topics")) {
            var name = topic.path("name").asText();
            if (name.endsWith(".dlq")) {
                continue;
            }
            assertThat(Facts.services())
                    .as("who writes %s", name)
                    .anyMatch(service -> Facts.of(service, "writes").contains(name));
            if (name.endsWith(".commands") || name.endsWith(".queries")) {
                var owner = name.substring(0, name.indexOf('.'));
                assertThat(Facts.of(owner, "reads")).contains(name);
            }
        }
    }

    /** A channel has its topic's name, with dashes for dots. */
    @Test
    void everyTopicThatAServiceListensToMayBeRead() {
        var listened = Pattern.compile("@Incoming\\(\"([a-z-]+)\"\\)");
        var found = new TreeSet<String>();
        for (var service : Facts.services()) {
            for (var channel : Facts.inSources(service, ".java", listened)) {
                found.add(channel);
                assertThat(Facts.of(service, "reads"))
                        .as("reads of %s in helm/parlance/files/services.yaml", service)
                        .contains(channel.replace('-', '.'));
            }
        }
        assertThat(found).contains("connections", "deliveries-offline", "user-events");
    }

    @Test
    void strimzisServicesShowWhoTheyAre() {
        assertThat(strimzi.environment("message"))
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("KAFKA_SASL_JAAS_CONFIG", "chat-message/sasl.jaas.config");
    }

    private TreeSet<String> topicsWith(String operation, String service) {
        var topics = new TreeSet<String>();
        for (var acl : strimzi.get("KafkaUser", service).at("/spec/authorization/acls")) {
            if (acl.at("/resource/type").asText().equals("topic")
                    && acl.path("operations").toString().contains(operation)) {
                topics.add(acl.at("/resource/name").asText());
            }
        }
        return topics;
    }

    private JsonNode topic(String name) {
        return strimzi.ofKind("KafkaTopic").stream()
                .filter(one -> Manifests.nameOf(one).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode declared() {
        try {
            return Manifests.YAML.readTree(Chart.ROOT.resolve("deploy/kafka/topics.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
