package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second region that waits, and takes over: docs/regions.md. */
class RegionsTest {

    private final Manifests active = Chart.production().render();
    private final Manifests waiting = Chart.standby().render();
    private final Manifests tookOver = Chart.standby().with("standby", false).render();

    @Test
    void whatWaitsHasEverythingButRunningServices() {
        assertThat(waiting.ofKind("Deployment"))
                .hasSize(Facts.services().size())
                .allSatisfy(one -> assertThat(one.at("/spec/replicas").asInt(-1)).isZero());
        assertThat(waiting.ofKind("HorizontalPodAutoscaler")).isEmpty();
        for (var kind : new String[] {"Ingress", "NetworkPolicy", "Service", "Job"}) {
            assertThat(waiting.ofKind(kind)).hasSameSizeAs(active.ofKind(kind));
        }
    }

    @Test
    void nobodyTestsARegionThatWaits() {
        assertThat(active.ofKind("Pod")).hasSize(1);
        assertThat(waiting.ofKind("Pod")).isEmpty();
    }

    @Test
    void whatTookOverScalesLikeTheFirst() {
        for (var service : Facts.services()) {
            assertThat(tookOver.get("HorizontalPodAutoscaler", service))
                    .isEqualTo(active.get("HorizontalPodAutoscaler", service));
            assertThat(tookOver.get("Deployment", service).at("/spec/replicas").isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void tokensOfTheFirstRegionAreGoodInTheSecond() {
        for (var service : Facts.services()) {
            var first = active.environment(service);
            assertThat(tookOver.environment(service)).containsAllEntriesOf(secretsOnly(first));
        }
    }

    /** Documents remember places on the first region's topics. */
    @Test
    void topicsOfTheSecondRegionAreNotTakenForThoseOfTheFirst() {
        for (var service : Facts.services()) {
            assertThat(active.environment(service))
                    .doesNotContainKey("PARLANCE_KAFKA_TOPIC_PREFIX");
            assertThat(tookOver.environment(service))
                    .containsEntry("PARLANCE_KAFKA_TOPIC_PREFIX", "g2.");
        }
        assertThat(waiting.get("Job", "topics").findValue("args").toString()).contains("\"g2.\"");
    }

    @Test
    void theOperationsLogGoesOnAboveTheNumbersOfTheFirst() {
        assertThat(active.environment("message")).containsEntry("PARLANCE_OPLOG_BASE", "0");
        assertThat(tookOver.environment("message"))
                .containsEntry("PARLANCE_OPLOG_BASE", "1000000000000");
        assertThat(generation(7).environment("message"))
                .containsEntry("PARLANCE_OPLOG_BASE", "6000000000000");
    }

    @Test
    void everythingOnKafkaIsOfTheGeneration() {
        var strimzi = generation(3);
        assertThat(strimzi.ofKind("KafkaTopic"))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(Manifests.nameOf(topic)).startsWith("g3."));
        for (var service : Facts.services()) {
            assertThat(strimzi.get("KafkaUser", service).findValues("resource"))
                    .allSatisfy(resource ->
                            assertThat(resource.path("name").asText()).startsWith("g3."));
        }
        var scaled = Chart.keda().with("kafka.generation", 3).render();
        assertThat(scaled.get("ScaledObject", "push").findValuesAsText("consumerGroup"))
                .contains("g3.push.commands", "g3.push-service.deliveries.offline");
    }

    @Test
    void aGenerationComesAfterTheDeploymentsOwnPrefix() {
        var both = Chart.standby().with("kafka.topicPrefix", "blue.").render();

        assertThat(both.environment("file"))
                .containsEntry("PARLANCE_KAFKA_TOPIC_PREFIX", "blue.g2.");
    }

    private static Manifests generation(int generation) {
        return Chart.strimzi().with("kafka.generation", generation).render();
    }

    private static Map<String, String> secretsOnly(Map<String, String> environment) {
        var secrets = new HashMap<>(environment);
        secrets.values().removeIf(value -> !value.startsWith("parlance-secrets/"));
        return secrets;
    }
}
