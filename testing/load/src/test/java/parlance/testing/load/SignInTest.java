package parlance.testing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/login", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void waitsForAServerThatIsNotReadyYet() throws Exception {
        answers.addAll(
                List.of(
                        new Answer(503, "Service Unavailable."),
                        new Answer(429, "Too many requests."),
                        new Answer(200, "{\"access_token\":\"t1\"}")));

        assertThat(signIn(Duration.ofSeconds(20)).token("{}")).isEqualTo("t1");
    }

    @Test
    void saysWhatTheServerSaidIfThatStaysSo() {
        answers.add(new Answer(503, "Service Unavailable."));

        assertThatThrownBy(() -> signIn(Duration.ZERO).token("{}"))
                .hasMessageContaining("/login answers 503: Service Unavailable.");
    }

    @Test
    void takesARefusalForAnAnswer() {
        answers.add(new Answer(401, "Incorrect username or password."));

        assertThatThrownBy(() -> signIn(Duration.ofSeconds(20)).token("{}"))
                .hasMessageContaining("401: Incorrect");
    }

    private SignIn signIn(Duration patience) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new SignIn(HttpClient.newHttpClient(), url, patience);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answers.remove();
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
