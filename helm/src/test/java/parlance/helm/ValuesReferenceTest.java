package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ValuesReferenceTest {

    private static final Path PAGE = Chart.ROOT.resolve("docs/helm-values.md");

    @Test
    void thePageListsEveryValue() throws IOException {
        var wanted = ValuesReference.page();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(PAGE).as("to write it: -Ddocs.write=true").hasContent(wanted);
    }

    @Test
    void everyDefaultIsInTheSchemaWithAMeaning() throws IOException {
        var schema = Manifests.YAML.readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        var values = Manifests.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());

        requireMeanings("", schema, values);
    }

    private static void requireMeanings(String path, JsonNode schema, JsonNode values) {
        for (var value : values.properties()) {
            var type = schema.path("properties").path(value.getKey());
            var name = path + value.getKey();
            assertThat(type.path("description").asText()).as(name).isNotBlank();
            if (type.has("properties")) {
                requireMeanings(name + ".", type, value.getValue());
            }
        }
    }
}
