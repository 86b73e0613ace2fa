package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets.existingSecret",
                "mongodb.existingSecret",
                "redis.existingSecret",
                "storage.existingSecret",
                "storage.endpoint",
                "kafka.bootstrapServers"
            })
    void whatIsMissingIsNamed(String value) {
        assertThatThrownBy(() -> Chart.minimal().with(value, "").render())
                .hasMessageContaining(value + " is missing");
    }

    @Test
    void nothingAtAllIsNotEnough() {
        assertThatThrownBy(() -> new Chart(List.of(), Map.of()).render())
                .hasMessageContaining("./parlance secrets");
    }

    @ParameterizedTest
    @CsvSource({
        "ingress.enabled, ingress.host is missing",
        "gatewayApi.enabled, gatewayApi.parentRefs is missing",
        "tracing.enabled, tracing.endpoint is missing"
    })
    void whatIsSwitchedOnMustBeComplete(String value, String complaint) {
        assertThatThrownBy(() -> Chart.minimal().with(value, true).render())
                .hasMessageContaining(complaint);
    }

    /** Helm reads the numbers of a file otherwise than those of the command line. */
    @Test
    void numbersOfAFileStayWhatTheyAre(@TempDir Path folder) throws Exception {
        var file = folder.resolve("values.yaml");
        Files.writeString(
                file,
                """
                settings:
                  PARLANCE_SOCKET_MAX_PACKET: 2097152
                  QUARKUS_OTEL_TRACES_SAMPLER_ARG: 0.5
                  PARLANCE_LIMITS_ENABLED: true
                services:
                  message:
                    autoscaling:
                      lag: 1048576
                """);

        var manifests = Chart.keda().render(List.of(file));

        assertThat(manifests.environment("gateway"))
                .containsEntry("PARLANCE_SOCKET_MAX_PACKET", "2097152")
                .containsEntry("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.5")
                .containsEntry("PARLANCE_LIMITS_ENABLED", "true");
        assertThat(manifests.get("ScaledObject", "message").findValuesAsText("lagThreshold"))
                .contains("1048576");
    }

    @Test
    void anIngressWithoutTlsIsRefused() {
        var chart = Chart.minimal().with("ingress.enabled", true).with("ingress.host", "chat.org");

        assertThatThrownBy(chart::render).hasMessageContaining("ingress.tlsSecret is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "gatewya.maxConnections, 5",
        "gateway.maxConnections, many",
        "services.mail.replicas, 1",
        "services.auth.replicas, 0",
        "services.auth.replica, 1",
        "image.pullPolicy, Sometimes",
        "tracing.ratio, 2",
        "cors.origins[0], *",
        "spread.zones, Never",
        "kafka.generation, 0",
        "settings.parlance-local, x",
        "settings.PARLANCE_SERVICE_TOKEN, abc",
        "services.auth.settings.PARLANCE_AUTH_COOKIE_SECRET, abc",
        "settings.MONGODB_URI, mongodb://me:secret@db"
    })
    void theSchemaRefuses(String key, String value) {
        assertThatThrownBy(() -> Chart.minimal().with(key, value).render())
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void moreGatewaysThanInboxesAreRefused() {
        assertThatThrownBy(() ->
                        Chart.production()
                                .with("services.gateway.autoscaling.maxReplicas", 16)
                                .render())
                .hasMessageContaining("do not fit the 16 partitions of gateway.inbox");
    }
}
