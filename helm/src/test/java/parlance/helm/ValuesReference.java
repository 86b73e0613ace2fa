package parlance.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Every value of the chart: what the schema says of it, and its default. */
final class ValuesReference {

    private static final String HEAD =
            """
            # Values of the Helm chart

            Made from `values.schema.json` and `values.yaml` (`ValuesReferenceTest` checks it, and writes it with
            `-Ddocs.write=true`). How to deploy: [kubernetes.md](kubernetes.md).

            | value | default | meaning |
            | --- | --- | --- |
            """;

    private final JsonNode schema;
    private final StringBuilder page = new StringBuilder(HEAD);

    private ValuesReference(JsonNode schema) {
        this.schema = schema;
    }

    static String page() throws IOException {
        var schema =
                new ObjectMapper().readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        var values = Manifests.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());
        var reference = new ValuesReference(schema);
        reference.addAll("", schema, values);
        return reference.page.toString();
    }

    private void addAll(String prefix, JsonNode type, JsonNode defaults) {
        type.path("properties")
                .properties()
                .forEach(property ->
                        add(
                                prefix + property.getKey(),
                                property.getValue(),
                                defaults.path(property.getKey())));
    }

    private void add(String path, JsonNode declared, JsonNode fallback) {
        var meaning = declared.path("description").asText();
        // The properties of a service are told once, as those of "defaults".
        var isService = path.startsWith("services.");
        var type = declared.has("$ref") ? schema.at("/$defs/service") : declared;
        var isGroup = type.has("properties");
        page.append(
                "| `%s` | %s | %s |%n"
                        .formatted(path, isGroup && !isService ? "" : code(fallback), meaning));
        if (isGroup && !isService) {
            addAll(path + ".", type, fallback);
        }
    }

    private static String code(JsonNode value) {
        return value.isMissingNode() || value.asText("-").isEmpty() ? "–" : "`" + value + "`";
    }
}
