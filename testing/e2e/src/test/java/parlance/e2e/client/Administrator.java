package parlance.e2e.client;

import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** The product's own server: it has the key to the admin routes of the shared suite. */
public final class Administrator {

    /** A new organization's id. */
    public String opensOrganization() {
        var name = "Organization " + UUID.randomUUID();
        return does("POST", "/admin/organization", Map.of("name", name))
                .path("organization")
                .path("_id")
                .asText();
    }

    /** Something that must succeed. */
    public JsonNode does(String method, String path, Map<String, ?> body) {
        var answer = FrontDoor.administrator().body(body).request(method, path);
        answer.then().statusCode(oneOf(200, 201));
        return answer.as(JsonNode.class);
    }
}
