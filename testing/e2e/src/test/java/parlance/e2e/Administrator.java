package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;

/** The product's own server: it has the key to the admin routes of the shared suite. */
final class Administrator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpDoor door = new HttpDoor(TestSuite.shared().frontDoor());
    private final Map<String, String> headers =
            Map.of(
                    "admin-api-key",
                    TestSuite.shared().environment().get("PARLANCE_ADMIN_API_KEY"),
                    "Content-Type",
                    "application/json");

    /** A new organization's id. */
    String opensOrganization() {
        var name = "Organization " + UUID.randomUUID();
        return does("POST", "/admin/organization", Map.of("name", name))
                .path("organization")
                .path("_id")
                .asText();
    }

    /** Something that must succeed. */
    JsonNode does(String method, String path, Map<String, ?> body) {
        var answer = asks(method, path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json();
    }

    Answer asks(String method, String path, Map<String, ?> body) {
        var json = JSON.valueToTree(body).toString();
        return door.send(method, path, BodyPublishers.ofString(json), headers);
    }
}
