package parlance.testing.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** The HTTP routes of the front door. Headers are given and seen as they are: no cookie jar. */
public final class HttpDoor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Patience.USUAL)
                    .build();

    private final URI server;

    public HttpDoor(URI server) {
        this.server = server;
    }

    /** {@code POST /login} with this body and no credentials beside it. */
    public Answer login(Map<String, ?> body) {
        return login(body, Map.of());
    }

    /**
     * {@code POST /login}.
     *
     * @param headers such as Authorization and Cookie
     */
    public Answer login(Map<String, ?> body, Map<String, String> headers) {
        return postJson("/login", ChatClient.JSON.valueToTree(body).toString(), headers);
    }

    /** {@code POST /logout}, which has no body. */
    public Answer logout(Map<String, String> headers) {
        return send("POST", "/logout", BodyPublishers.noBody(), headers);
    }

    /** Posts a text as JSON, which it need not be. */
    public Answer postJson(String path, String json, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return send("POST", path, BodyPublishers.ofString(json), all);
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer send(
            String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(Patience.USUAL)
                        .method(method, body);
        headers.forEach(request::setHeader);
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The header that shows an access token. */
    public static Map<String, String> bearer(String accessToken) {
        return Map.of("Authorization", "Bearer " + accessToken);
    }
}
