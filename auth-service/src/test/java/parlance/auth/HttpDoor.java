package parlance.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import parlance.contracts.Json;

/** A browser's way in: POST requests and what they bring back. */
public final class HttpDoor {

    private final HttpClient http;
    private final URI base;

    public HttpDoor(URI base) {
        this(base, InetAddress.getLoopbackAddress());
    }

    /**
     * @param source one of this machine's addresses
     */
    public HttpDoor(URI base, InetAddress source) {
        this.base = base;
        this.http = HttpClient.newBuilder().localAddress(source).build();
    }

    /** An answer, with the cookie as a client would send it back. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public JsonNode json() {
            return Json.read(http.body(), JsonNode.class);
        }

        public String text() {
            return http.body();
        }

        public List<String> setCookies() {
            return http.headers().allValues("Set-Cookie");
        }

        public String cookie() {
            return setCookies().getFirst().split(";", 2)[0];
        }

        public String accessToken() {
            return json().path("access_token").asText();
        }
    }

    /** JSON, unless the headers say otherwise: name, value, name, value. */
    public Answer post(String path, String body, String... headers) {
        return post(path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public Answer post(String path, HttpRequest.BodyPublisher body, String... headers) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .setHeader("Content-Type", "application/json")
                        .POST(body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    public Answer logIn(String login, String device) {
        return post(
                "/login",
                Json.write(Map.of("device_id", device, "login", login, "password", "secret")));
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
