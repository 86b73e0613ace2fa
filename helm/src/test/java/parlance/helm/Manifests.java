package parlance.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a release consists of. */
record Manifests(List<JsonNode> all) {

    static final YAMLMapper YAML = new YAMLMapper();

    static Manifests parse(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return new Manifests(documents.readAll().stream().filter(JsonNode::isObject).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
    }

    JsonNode get(String kind, String name) {
        return ofKind(kind).stream()
                .filter(one -> nameOf(one).equals(Chart.RELEASE + "-" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** Of everything that runs: Deployments, Jobs and the test. */
    List<JsonNode> podSpecs() {
        return Stream.concat(
                        Stream.of("Deployment", "Job")
                                .flatMap(kind -> ofKind(kind).stream())
                                .map(one -> one.at("/spec/template/spec")),
                        ofKind("Pod").stream().map(one -> one.path("spec")))
                .toList();
    }

    JsonNode podSpec(String service) {
        return get("Deployment", service).at("/spec/template/spec");
    }

    JsonNode container(String service) {
        return podSpec(service).at("/containers/0");
    }

    /** The variables that are given by value; those from a Secret as "secret/key". */
    Map<String, String> environment(String service) {
        var environment = new HashMap<String, String>();
        for (var variable : container(service).path("env")) {
            var from = variable.at("/valueFrom/secretKeyRef");
            environment.put(
                    variable.path("name").asText(),
                    from.isMissingNode()
                            ? variable.path("value").asText()
                            : from.path("name").asText() + "/" + from.path("key").asText());
        }
        return environment;
    }

    static String nameOf(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }
}
