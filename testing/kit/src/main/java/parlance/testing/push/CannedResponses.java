package parlance.testing.push;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a server answers next; once that is said, the usual. */
public final class CannedResponses {

    private record Line(int status, Map<String, String> headers, String body) {}

    private static final Line SILENCE = new Line(0, Map.of(), "");

    private final Line usual;
    private final Queue<Line> next = new ConcurrentLinkedQueue<>();
    private final UnresponsiveServer unresponsiveServer = new UnresponsiveServer();

    CannedResponses(int usualStatus, String usualBody) {
        this.usual = new Line(usualStatus, Map.of(), usualBody);
    }

    /** The next request is answered so. */
    public CannedResponses then(int status, Map<String, String> headers, String body) {
        next.add(new Line(status, headers, body));
        return this;
    }

    public CannedResponses then(int status) {
        return then(status, Map.of(), "");
    }

    /** The next request is read, and never answered. */
    public CannedResponses thenSilence() {
        next.add(SILENCE);
        return this;
    }

    /** Whether there is nothing left to be said but the usual. */
    public boolean isOver() {
        return next.isEmpty();
    }

    void answer(HttpExchange exchange) throws IOException {
        var planned = next.poll();
        var line = planned == null ? usual : planned;
        if (line.equals(SILENCE)) {
            unresponsiveServer.keep();
            return;
        }
        var body = line.body().getBytes(StandardCharsets.UTF_8);
        line.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(line.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    void close() {
        unresponsiveServer.end();
    }
}
