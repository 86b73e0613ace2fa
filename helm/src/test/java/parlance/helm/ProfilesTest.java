package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {

    /** Kinds of operators, of which Kubernetes' own model knows nothing. */
    private static final Set<String> OF_OPERATORS =
            Set.of(
                    "ServiceMonitor",
                    "PrometheusRule",
                    "ScaledObject",
                    "Kafka",
                    "KafkaNodePool",
                    "KafkaTopic",
                    "KafkaUser");

    static List<Chart> profiles() {
        return List.of(
                Chart.minimal(),
                Chart.dev(),
                Chart.production(),
                Chart.standby(),
                Chart.strimzi(),
                Chart.keda(),
                Chart.gatewayApi());
    }

    @Test
    void theChartPassesTheStrictLint() {
        var result = new Helm(Packaged.CHART).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyManifestHasOnlyFieldsThatKubernetesKnows(Chart chart) {
        for (var manifest : chart.render().all()) {
            assertThat(UnknownFields.in(manifest)).as("%s", manifest).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyKindIsKnownOrAnOperators(Chart chart) {
        assertThat(chart.render().all())
                .filteredOn(manifest -> !UnknownFields.knows(manifest))
                .allSatisfy(manifest ->
                        assertThat(OF_OPERATORS).contains(manifest.path("kind").asText()));
    }

    @Test
    void aMistypedFieldWouldBeNoticed() {
        var service = Chart.minimal().render().get("Deployment", "auth").deepCopy();
        var container = (ObjectNode) service.at("/spec/template/spec/containers/0");
        container.put("imagePullPolice", "Always");

        assertThat(UnknownFields.in(service))
                .singleElement()
                .asString()
                .contains("imagePullPolice");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noTwoObjectsHaveTheSameName(Chart chart) {
        assertThat(chart.render().all())
                .map(one -> one.path("kind").asText() + "/" + Manifests.nameOf(one))
                .doesNotHaveDuplicates();
    }
}
