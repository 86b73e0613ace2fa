package parlance.testing.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What an HTTP request was answered with. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    /** The body, which must be JSON. */
    public JsonNode json() {
        try {
            return ChatClient.JSON.readTree(text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The access token of a login. */
    public String accessToken() {
        return json().path("access_token").asText();
    }

    /** {@code refresh_token=…} as it is to be sent back, without its attributes. */
    public String cookie() {
        return header("Set-Cookie")
                .map(cookie -> cookie.split(";", 2)[0])
                .orElseThrow(() -> new AssertionError("no Set-Cookie, but: " + text()));
    }
}
