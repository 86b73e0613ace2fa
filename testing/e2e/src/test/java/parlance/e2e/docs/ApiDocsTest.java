package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.local.infra.Project;

class ApiDocsTest {

    private static final Path FOLDER = Project.find().root().resolve("docs/api");

    private static final Path FRONT_DOOR =
            Project.find()
                    .root()
                    .resolve("gateway-service/src/main/java/parlance/gateway/localproxy")
                    .resolve("HttpRoutes.java");
    private static final Pattern ROUTE = Pattern.compile("\"(/[^\"*]+)\"");

    private final PacketSchemas packets = PacketSchemas.DOCUMENTED;

    @Test
    void everyRequestThatAClientCanMakeIsDocumented() {
        var routes =
                Arrays.stream(Route.values())
                        .filter(route -> !route.isInternal())
                        .map(Route::wireName)
                        .toList();

        assertThat(packets.requests()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void documentedErrorsAreErrorsThatThereAre() {
        packets.document()
                .path("requests")
                .forEach(request ->
                        request.path("errors")
                                .forEach(code ->
                                        assertThat(ErrorCode.valueOf(code.asText())).isNotNull()));
    }

    @Test
    void aFieldThatNobodyDocumentedIsAFault() throws IOException {
        var json = new ObjectMapper();
        var witness = new DocumentedPackets();
        witness.asked(json.readTree("\"1\""), "ping");

        witness.received(json.readTree("{\"response\":{\"id\":\"1\",\"pong\":{}}}"));
        witness.conclude();

        witness.received(json.readTree("{\"response\":{\"id\":\"1\",\"pong\":{},\"new\":1}}"));
        assertThatThrownBy(witness::conclude)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("new");
    }

    @Test
    void aPacketOfAnUnknownKindIsAFault() throws IOException {
        var witness = new DocumentedPackets();

        witness.received(new ObjectMapper().readTree("{\"surprise\":{\"cid\":\"k1\"}}"));

        assertThatThrownBy(witness::conclude).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyRouteOfTheFrontDoorIsDescribed() throws IOException {
        var routes =
                ROUTE.matcher(Files.readString(FRONT_DOOR))
                        .results()
                        .map(route -> route.group(1).replaceAll(":(\\w+)", "{$1}"))
                        .toList();
        var described = new YAMLMapper().readTree(FOLDER.resolve("openapi.yaml").toFile());

        assertThat(routes).contains("/login", "/admin/users/{id}");
        assertThat(described.path("paths").fieldNames()).toIterable().containsAll(routes);
    }

    @Test
    void whatIsGeneratedIsCurrent() throws IOException {
        GeneratedPage.check(FOLDER.resolve("asyncapi.yaml"), AsyncApi.of(packets));
        GeneratedPage.check(FOLDER.resolve("reference.md"), ApiReference.of(packets));
    }
}
