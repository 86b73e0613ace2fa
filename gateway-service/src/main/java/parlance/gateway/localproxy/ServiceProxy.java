package parlance.gateway.localproxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import parlance.contracts.ErrorCode;
import parlance.kit.http.ClientAddress;

/** Passes requests on to another service, as an Ingress does in production. */
final class ServiceProxy {

    private static final int HTTP_PORT = 80;
    private static final int BAD_GATEWAY = 502;
    private static final int MAX_CONNECTIONS = 64;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private static final List<String> OF_CORS =
            List.of(
                    "Access-Control-Allow-Origin",
                    "Access-Control-Allow-Credentials",
                    "Access-Control-Allow-Methods",
                    "Access-Control-Allow-Headers",
                    "Vary");

    private final HttpProxy proxy;

    ServiceProxy(Vertx vertx, URI url, ClientAddress addresses) {
        var port = url.getPort() < 0 ? HTTP_PORT : url.getPort();
        var options =
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setMaxPoolSize(MAX_CONNECTIONS);
        this.proxy =
                HttpProxy.reverseProxy(vertx.createHttpClient(options))
                        .origin(port, url.getHost())
                        .addInterceptor(new Headers(addresses));
    }

    void pass(RoutingContext context) {
        proxy.handle(context.request());
    }

    private record Headers(ClientAddress addresses) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            // It has passed the check here, and the service would compare it with its own address.
            request.headers().remove("Origin");
            request.headers().set("X-Forwarded-For", addresses.of(request.proxiedRequest()));
            return context.sendRequest();
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            var response = context.response();
            // CORS is answered here, for all routes alike.
            OF_CORS.forEach(response.headers()::remove);
            if (response.getStatusCode() == BAD_GATEWAY) {
                response.setStatusCode(ErrorCode.SERVICE_UNAVAILABLE.status())
                        .putHeader("Content-Type", "text/plain")
                        .setBody(Body.body(Buffer.buffer(ErrorCode.SERVICE_UNAVAILABLE.text())));
            }
            return context.sendResponse();
        }
    }
}
