package parlance.e2e.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** What a Prometheus knows. */
public record Series(URI prometheus) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a query has a result; fails if it is no query at all. */
    public boolean exist(String query) throws IOException, InterruptedException {
        var text = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return !get("/api/v1/query?query=" + text).path("result").isEmpty();
    }

    /** The names of all series. */
    public JsonNode names() throws IOException, InterruptedException {
        return get("/api/v1/label/__name__/values");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(prometheus.resolve(path)).build();
        var answer = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.path("data");
    }
}
