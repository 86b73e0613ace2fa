package parlance.testing.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code POST /login}, again for a while if the server is busy or not there yet. */
record SignIn(HttpClient http, URI server, Duration patience) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 250;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /**
     * @param credentials the JSON of the request
     * @return an access token
     * @throws IllegalStateException with the server's answer, if it refuses, or stays busy
     */
    String token(String credentials) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.resolve("/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(credentials))
                        .build();
        var end = System.nanoTime() + patience.toNanos();
        var answer = http.send(request, BodyHandlers.ofString());
        while (isBusy(answer) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            answer = http.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(
                    "POST %s answers %d: %s"
                            .formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == UNAVAILABLE || answer.statusCode() == TOO_MANY;
    }
}
