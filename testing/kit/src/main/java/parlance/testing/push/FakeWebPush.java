package parlance.testing.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A push service of browsers (RFC 8030), over TLS at localhost. What it takes it decrypts as the
 * browser would, once the application server's VAPID token has been verified.
 */
public final class FakeWebPush implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CannedResponses cannedResponses = new CannedResponses(201, "");
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /** A notification as the browser's worker sees it, and the headers that came with it. */
    public record Received(String path, Map<String, String> headers, JsonNode payload) {}

    private FakeWebPush(HttpsServer server) {
        this.server = server;
    }

    public static FakeWebPush start(TestCertificate certificate) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var fake = new FakeWebPush(HttpsServer.create(address, 0));
            fake.server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            fake.server.setExecutor(fake.workers);
            fake.server.createContext("/", fake::take);
            fake.server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser subscribes here. */
    public Browser newBrowser() {
        var browser = Browser.at(origin());
        browsers.put(browser.path(), browser);
        return browser;
    }

    public String origin() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** What is answered instead of 201. */
    public CannedResponses script() {
        return cannedResponses;
    }

    /** To this browser, in the order of arrival; also what was then answered with an error. */
    public List<Received> receivedBy(Browser browser) {
        return received.stream().filter(one -> one.path().equals(browser.path())).toList();
    }

    /** What could not be verified or decrypted, and why. */
    public List<String> refused() {
        return refused;
    }

    private void take(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var browser = browsers.get(path);
        var body = exchange.getRequestBody().readAllBytes();
        if (browser == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        try {
            var headers = Headers.of(exchange);
            Vapid.verify(headers.get("authorization"), origin());
            received.add(new Received(path, headers, browser.decrypt(body)));
        } catch (Exception | AssertionError e) {
            refused.add(e.toString());
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
            return;
        }
        cannedResponses.answer(exchange);
    }

    @Override
    public void close() {
        cannedResponses.close();
        server.stop(0);
        workers.shutdownNow();
    }
}
