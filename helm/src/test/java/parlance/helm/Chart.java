package parlance.helm;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chart with values; what comes out of it are {@link Manifests}. */
record Chart(List<String> profiles, Map<String, Object> values) {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path FOLDER = ROOT.resolve("helm/parlance");
    static final String RELEASE = "chat";

    /** That the chart supports. */
    private static final String OLDEST_KUBERNETES = "1.30.0";

    /** The least that a deployment has to say. */
    static Chart minimal() {
        return new Chart(List.of(), Map.of())
                .with("secrets.existingSecret", "own")
                .with("mongodb.existingSecret", "mongo")
                .with("redis.existingSecret", "redis")
                .with("storage.existingSecret", "files")
                .with("storage.endpoint", "https://s3.example.org")
                .with("kafka.bootstrapServers", "kafka:9092");
    }

    static Chart dev() {
        return new Chart(List.of("dev"), Map.of());
    }

    /** What values-production.yaml asks for is added. */
    static Chart production() {
        return new Chart(List.of("production"), Map.of())
                .with("kafka.bootstrapServers", "kafka.example.org:9093")
                .with("storage.endpoint", "https://s3.example.org")
                .with("ingress.host", "chat.example.org")
                .with("ingress.admin.host", "admin.example.org")
                .with("ingress.admin.tlsSecret", "admin-tls")
                .with("tracing.enabled", true)
                .with("tracing.endpoint", "http://collector:4317");
    }

    static Chart standby() {
        var production = production();
        return new Chart(List.of("production", "multiregion"), production.values);
    }

    static Chart strimzi() {
        return production().with("strimzi.enabled", true);
    }

    static Chart keda() {
        return production()
                .with("keda.enabled", true)
                .with("keda.prometheusAddress", "http://prometheus:9090");
    }

    static Chart gatewayApi() {
        return minimal()
                .with("gatewayApi.enabled", true)
                .with("gatewayApi.parentRefs[0].name", "edge")
                .with("gatewayApi.hostnames[0]", "chat.example.org");
    }

    Chart with(String key, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new Chart(profiles, more);
    }

    /**
     * @throws IllegalStateException with what Helm has to say against it
     */
    Manifests render() {
        return render(List.of());
    }

    /**
     * @param files of values, behind those of the profiles
     */
    Manifests render(List<Path> files) {
        var command =
                new Helm(Packaged.CHART)
                        .template()
                        .withName(RELEASE)
                        .withNamespace("talk")
                        .withKubeVersion(OLDEST_KUBERNETES);
        profiles.forEach(
                profile -> command.withValuesFile(FOLDER.resolve("values-" + profile + ".yaml")));
        files.forEach(command::withValuesFile);
        values.forEach(command::set);
        return Manifests.parse(command.call());
    }

    @Override
    public String toString() {
        return profiles + " " + values;
    }
}
