package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScalingTest {

    private static final String GATEWAY = "gateway-service/src/main/java/parlance/gateway/";
    private static final String DRAIN = "socket/Drain.java";
    private static final String KEEPER = "inbox/InboxLeaseLoop.java";
    private static final String READER = "inbox/LeasedReader.java";

    /** Closing the producers and Quarkus itself. */
    private static final int END_SECONDS = 10;

    private final Manifests manifests = Chart.production().render();

    @Test
    void eachServiceScalesAlone() {
        for (var service : Facts.services()) {
            var scaler = manifests.get("HorizontalPodAutoscaler", service).path("spec");
            assertThat(scaler.at("/scaleTargetRef/name").asText()).isEqualTo("chat-" + service);
            assertThat(scaler.at("/metrics/0/resource/name").asText()).isEqualTo("cpu");
            assertThat(manifests.get("Deployment", service).at("/spec/replicas").isMissingNode())
                    .as("the autoscaler alone decides")
                    .isTrue();
        }
    }

    @Test
    void gatewaysScaleOnTheirConnections() {
        var scaler = manifests.get("HorizontalPodAutoscaler", "gateway").path("spec");
        var metric = scaler.at("/metrics/1/pods");

        assertThat(metric.at("/metric/name").asText()).isEqualTo("parlance_connections");
        assertThat(metric.at("/target/averageValue").asInt())
                .as("room for those of a replica that is lost")
                .isLessThan(
                        Integer.parseInt(
                                manifests
                                        .environment("gateway")
                                        .get("PARLANCE_GATEWAY_MAX_CONNECTIONS")));
    }

    @Test
    void aServiceIsScaledWithoutTheOthers() {
        var more = Chart.minimal().with("services.message.replicas", 7).render();

        assertThat(more.get("Deployment", "message").at("/spec/replicas").asInt()).isEqualTo(7);
        assertThat(more.get("Deployment", "user").at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void withKedaServicesScaleOnTheLagOfTheirTopics() {
        var keda = Chart.keda().render();

        assertThat(keda.ofKind("HorizontalPodAutoscaler")).isEmpty();
        assertThat(keda.get("ScaledObject", "message").findValuesAsText("topic"))
                .containsExactlyElementsOf(Facts.of("message", "reads"));
        assertThat(keda.get("ScaledObject", "message").findValuesAsText("consumerGroup"))
                .containsExactly(
                        "message.commands",
                        "message.queries",
                        "message-service.deliveries.offline");
        assertThat(keda.get("ScaledObject", "gateway").findValue("query").asText())
                .contains("parlance_connections");
    }

    @Test
    void everyServiceSurvivesTheDrainOfANode() {
        for (var service : Facts.services()) {
            assertThat(
                            manifests
                                    .get("PodDisruptionBudget", service)
                                    .at("/spec/maxUnavailable")
                                    .asInt())
                    .isEqualTo(1);
            var spread = manifests.podSpec(service).path("topologySpreadConstraints");
            assertThat(spread.findValuesAsText("topologyKey"))
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(spread.at("/0/whenUnsatisfiable").asText()).isEqualTo("DoNotSchedule");
            var update = manifests.get("Deployment", service).at("/spec/strategy/rollingUpdate");
            assertThat(update.path("maxUnavailable").asInt(-1)).isZero();
        }
    }

    @Test
    void everyServiceIsAskedHowItIsOnTheManagementPort() {
        for (var service : Facts.services()) {
            var container = manifests.container(service);
            assertThat(container.at("/startupProbe/httpGet/path").asText())
                    .isEqualTo("/q/health/started");
            assertThat(container.at("/livenessProbe/httpGet/path").asText())
                    .isEqualTo("/q/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText())
                    .isEqualTo("/q/health/ready");
            assertThat(container.at("/readinessProbe/httpGet/port").asText())
                    .isEqualTo("management");
        }
    }

    @Test
    void theGracePeriodFitsTheDrain() {
        for (var chart : new Chart[] {Chart.dev(), Chart.production(), slowDrain()}) {
            var gateway = chart.render();
            var settings = gateway.environment("gateway");
            var needed =
                    gateway.container("gateway").at("/lifecycle/preStop/sleep/seconds").asInt()
                            + seconds(settings.get("PARLANCE_GATEWAY_DRAIN_PATIENCE"))
                            + seconds(settings.get("PARLANCE_GATEWAY_DRAIN_PERIOD"))
                            + fixedPartOfDrain()
                            + END_SECONDS;
            assertThat(gateway.podSpec("gateway").path("terminationGracePeriodSeconds").asInt())
                    .as("%s", chart)
                    .isGreaterThanOrEqualTo(needed);
        }
    }

    @Test
    void clientsOfAFullGatewayComeBackAtARateThatOthersCanTake() {
        var settings = manifests.environment("gateway");
        var connections = Integer.parseInt(settings.get("PARLANCE_GATEWAY_MAX_CONNECTIONS"));

        assertThat(connections / seconds(settings.get("PARLANCE_GATEWAY_DRAIN_PERIOD")))
                .isLessThanOrEqualTo(500);
    }

    private static Chart slowDrain() {
        return Chart.production().with("gateway.drain.periodSeconds", 600);
    }

    /** Goodbyes and events, awaited one after the other, and the ends of the inboxes. */
    private static int fixedPartOfDrain() {
        return 2 * waits(DRAIN, "FAREWELL_PATIENCE")
                + waits(KEEPER, "STOP_PATIENCE")
                + 2 * waits(READER, "STOP_PATIENCE");
    }

    private static int waits(String file, String constant) {
        var pattern = Pattern.compile(constant + " = Duration.ofSeconds\\((\\d+)\\)");
        return Facts.matches(Chart.ROOT.resolve(GATEWAY + file), pattern)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static int seconds(String duration) {
        assertThat(duration).endsWith("s");
        return Integer.parseInt(duration.substring(0, duration.length() - 1));
    }
}
