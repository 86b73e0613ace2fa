package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.FrontDoor.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.Project;

/** Asks every operation of {@code docs/api/openapi.yaml} of the running suite. */
class HttpApiIT {

    private static final String NOBODY = "0123456789abcdef01234567";

    private record Operation(String method, String path, JsonNode described) {

        boolean isForAdministrators() {
            return described.path("security").path(0).has("adminKey");
        }

        Set<String> statuses() {
            var statuses = new TreeSet<String>();
            described.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsDocumented() throws IOException {
        return operations()
                .map(operation ->
                        DynamicTest.dynamicTest(
                                operation.method() + " " + operation.path(),
                                () -> answersAsDocumented(operation)));
    }

    private static void answersAsDocumented(Operation operation) {
        if (operation.isForAdministrators()) {
            assertThat(status(operation, "wrong")).isEqualTo("401");
        }
        var key = TestSuite.shared().environment().get("PARLANCE_ADMIN_API_KEY");
        assertThat(operation.statuses()).contains(status(operation, key));
    }

    /** Sends an empty body and ids of no user, so that the request changes nothing. */
    private static String status(Operation operation, String key) {
        var request = administrator(key);
        if (operation.described().has("requestBody")) {
            request.body("{}");
        }
        var path = operation.path().replaceAll("\\{\\w+}", NOBODY);
        return Integer.toString(request.request(operation.method(), path).statusCode());
    }

    private static Stream<Operation> operations() throws IOException {
        var file = Project.find().root().resolve("docs/api/openapi.yaml").toFile();
        return new YAMLMapper()
                .readTree(file).path("paths").properties().stream()
                        .flatMap(path ->
                                path.getValue().properties().stream()
                                        .filter(field -> !field.getKey().equals("parameters"))
                                        .map(field ->
                                                new Operation(
                                                        field.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        field.getValue())));
    }
}
