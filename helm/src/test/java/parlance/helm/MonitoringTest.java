package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    private final Manifests manifests = Chart.production().render();

    @Test
    void prometheusScrapesEveryService() {
        var monitor = manifests.ofKind("ServiceMonitor").getFirst().path("spec");
        var wanted = monitor.at("/selector/matchLabels");

        assertThat(monitor.at("/endpoints/0/path").asText()).isEqualTo("/q/metrics");
        for (var service : Facts.services()) {
            var found = manifests.get("Service", service);
            wanted.properties()
                    .forEach(label ->
                            assertThat(found.at("/metadata/labels").get(label.getKey()))
                                    .isEqualTo(label.getValue()));
            assertThat(found.at("/spec/ports").findValuesAsText("name"))
                    .contains(monitor.at("/endpoints/0/port").asText());
        }
    }

    @Test
    void theAlertsAreThoseOfTheRepository() throws IOException {
        var rules = Chart.ROOT.resolve("deploy/prometheus/rules/parlance.yaml");

        assertThat(manifests.ofKind("PrometheusRule").getFirst().path("spec"))
                .isEqualTo(Manifests.YAML.readTree(rules.toFile()));
    }

    @Test
    void everyDashboardIsAConfigMap() throws IOException {
        try (var boards = Files.list(Chart.ROOT.resolve("deploy/grafana"))) {
            var files = boards.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(4);
            for (var file : files) {
                var name = file.getFileName().toString();
                var map = manifests.get("ConfigMap", "dashboard-" + name.replace(".json", ""));
                assertThat(Manifests.YAML.readTree(map.path("data").path(name).asText()))
                        .isEqualTo(Manifests.YAML.readTree(file.toFile()));
            }
        }
    }

    @Test
    void theTestSendsAMessageThroughTheFrontDoor() {
        var test = manifests.ofKind("Pod").getFirst();

        assertThat(test.at("/metadata/annotations").path(Packaged.HOOK).asText()).isEqualTo("test");
        assertThat(test.at("/spec/containers/0/args").toString())
                .contains("--url=http://chat-gateway:9001", "--login-url=http://chat-auth:8080");
    }
}
