package parlance.e2e.operate;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import parlance.testing.http.Requests;

/** What a Prometheus knows. */
public record Series(URI prometheus) {

    /** Whether a query has a result; fails if it is no query at all. */
    public boolean exist(String query) {
        var text = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return !get("/api/v1/query?query=" + text).path("result").isEmpty();
    }

    /** The names of all series. */
    public JsonNode names() {
        return get("/api/v1/label/__name__/values");
    }

    private JsonNode get(String path) {
        var answer = Requests.to(prometheus).get(path).as(JsonNode.class);
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.path("data");
    }
}
