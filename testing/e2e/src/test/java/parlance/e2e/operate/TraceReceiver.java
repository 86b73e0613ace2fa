package parlance.e2e.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parlance.local.launcher.SuiteSettings;

/** Takes spans by OTLP over HTTP, as a trace collector does, and keeps their names. */
public final class TraceReceiver {

    // Of opentelemetry/proto/trace/v1/trace.proto.
    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int NAME = 5;
    private static final int ATTRIBUTES = 1;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private final HttpServer server;
    private final Map<String, Set<String>> spansByTrace = new ConcurrentHashMap<>();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    /** On a free port, until the JVM ends. */
    public static TraceReceiver start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var receiver = new TraceReceiver(HttpServer.create(address, 0));
            receiver.server.createContext("/v1/traces", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A suite with these settings sends its spans here: those of one packet in ten. */
    public SuiteSettings tell(SuiteSettings settings) {
        return settings.with("QUARKUS_OTEL_SDK_DISABLED", "false")
                .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with(
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .with("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.1")
                .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");
    }

    /** Whether one trace holds all of these, each as "service: name of the span". */
    public boolean hasTraceWith(String... spans) {
        return spansByTrace.values().stream().anyMatch(trace -> trace.containsAll(Set.of(spans)));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ProtoMessage.read(exchange.getRequestBody().readAllBytes());
            for (var resourceSpans : request.messages(RESOURCE_SPANS)) {
                var service = serviceOf(resourceSpans);
                for (var scope : resourceSpans.messages(SCOPE_SPANS)) {
                    for (var span : scope.messages(SPANS)) {
                        spansByTrace
                                .computeIfAbsent(
                                        span.hex(TRACE_ID), _ -> ConcurrentHashMap.newKeySet())
                                .add(service + ": " + span.text(NAME));
                    }
                }
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String serviceOf(ProtoMessage resourceSpans) throws IOException {
        for (var resource : resourceSpans.messages(RESOURCE)) {
            for (var attribute : resource.messages(ATTRIBUTES)) {
                if (attribute.text(KEY).equals("service.name")) {
                    return attribute.messages(VALUE).getFirst().text(1);
                }
            }
        }
        return "";
    }
}
