package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

/** The descriptions of the API are what they say they are, by the standards' own schemas. */
class StandardsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonSchema asyncApi = schema(VersionFlag.V7, "asyncapi-3.0.0.json");
    private final JsonSchema openApi = schema(VersionFlag.V202012, "openapi-3.1.json");

    @Test
    void theSocketIsDescribedInAsyncApi() throws IOException {
        var document = documented("asyncapi.yaml");

        assertThat(asyncApi.validate(document)).isEmpty();

        ((ObjectNode) document.at("/operations/ping")).put("action", "shout");
        assertThat(asyncApi.validate(document)).isNotEmpty();
    }

    @Test
    void httpIsDescribedInOpenApi() throws IOException {
        var document = documented("openapi.yaml");

        assertThat(openApi.validate(document)).isEmpty();

        ((ObjectNode) document.at("/paths/~1login/post")).put("sumary", "mistyped");
        assertThat(openApi.validate(document)).isNotEmpty();
    }

    private static JsonNode documented(String name) throws IOException {
        return YAML.readTree(Project.find().root().resolve("docs/api").resolve(name).toFile());
    }

    private static JsonSchema schema(VersionFlag version, String name) {
        var file = StandardsTest.class.getResourceAsStream("/schemas/" + name);
        return JsonSchemaFactory.getInstance(version).getSchema(file);
    }
}
