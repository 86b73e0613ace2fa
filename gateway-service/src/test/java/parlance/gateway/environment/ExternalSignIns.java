package parlance.gateway.environment;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.Caller;
import parlance.contracts.Json;

/** What auth-service says of tokens that it did not issue. */
public final class ExternalSignIns {

    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Answer UNKNOWN = new Answer(404, "");

    private record Answer(int status, String body) {}

    private ExternalSignIns() {}

    public static void accept(String token, Caller caller) {
        ANSWERS.put(token, new Answer(200, Json.write(caller)));
    }

    public static void refuse(String token, int status) {
        ANSWERS.put(token, new Answer(status, ""));
    }

    static void answer(HttpExchange exchange) throws IOException {
        var shown = Json.tree(exchange.getRequestBody().readAllBytes());
        var answer = ANSWERS.getOrDefault(shown.path("token").asText(), UNKNOWN);
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
