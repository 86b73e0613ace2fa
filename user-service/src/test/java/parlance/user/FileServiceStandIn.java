package parlance.user;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.FileId;
import parlance.contracts.Json;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.file.ShowFile;

/**
 * file-service for tests. Every id is a file's, unless it begins with {@code nothing}. What begins
 * with {@code vanishing} can be shown, but is not to be found later; asked where something is that
 * begins with {@code breaking}, the service breaks.
 */
public final class FileServiceStandIn implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/files/urls", this::urls);
        server.createContext("/internal/files/show", this::show);
        server.start();
        return Map.of("parlance.file.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where the stand-in says that a file is. */
    public static String urlOf(String fileId) {
        return "https://files.example.org/" + fileId;
    }

    private void urls(HttpExchange exchange) throws IOException {
        var ids = Json.read(exchange.getRequestBody().readAllBytes(), FileUrlQuery.class).ids();
        var breaks = ids.stream().anyMatch(id -> id.value().startsWith("breaking"));
        answer(exchange, breaks ? 500 : 200, without("vanishing", ids));
    }

    private void show(HttpExchange exchange) throws IOException {
        var asked = Json.read(exchange.getRequestBody().readAllBytes(), ShowFile.class);
        answer(exchange, asked.conversationId() == null ? 200 : 400, Set.of(asked.fileId()));
    }

    private static List<FileId> without(String prefix, Collection<FileId> ids) {
        return ids.stream().filter(id -> !id.value().startsWith(prefix)).toList();
    }

    private static void answer(HttpExchange exchange, int status, Collection<FileId> ids)
            throws IOException {
        var urls = new HashMap<FileId, String>();
        without("nothing", ids).forEach(id -> urls.put(id, urlOf(id.value())));
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(Json.bytes(new FileUrls(urls)));
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
