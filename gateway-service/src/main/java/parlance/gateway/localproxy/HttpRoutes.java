package parlance.gateway.localproxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.gateway.GatewayConfig;
import parlance.kit.http.ClientAddress;

/** What answers HTTP on the port of the sockets (protocol 1.8); everything else is not found. */
@Singleton
final class HttpRoutes {

    private static final List<String> OF_AUTH =
            List.of(
                    "/login",
                    "/logout",
                    "/.well-known/jwks.json",
                    "/admin/users/:id/sessions",
                    "/admin/users/:id/sessions/:session");
    private static final List<String> OF_USER =
            List.of(
                    "/admin/organization",
                    "/admin/organization/:id/issuers",
                    "/admin/users",
                    "/admin/users/:id",
                    "/admin/users/:id/suspension");
    private static final List<String> OF_MESSAGE =
            List.of(
                    "/admin/server-stats",
                    "/admin/conversations/:id",
                    "/admin/users/:id/conversations");
    private static final List<String> OF_PRESENCE = List.of("/admin/activity/online");

    /** After every other route. */
    private static final int LAST = Integer.MAX_VALUE;

    private record Health(String status, String hostname) {}

    private final GatewayConfig config;
    private final ClientAddress addresses;
    private final Vertx vertx;

    HttpRoutes(GatewayConfig config, ClientAddress addresses, Vertx vertx) {
        this.config = config;
        this.addresses = addresses;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        var health = Json.write(new Health("ok", config.nodeName().orElseGet(HttpRoutes::host)));
        router.route(HttpMethod.GET, "/health").handler(context -> answer(context, health));
        if (config.gateway().frontDoor()) {
            pass(OF_AUTH, config.authUrl(), router);
            pass(OF_USER, config.userUrl(), router);
            pass(OF_MESSAGE, config.messageUrl(), router);
            pass(OF_PRESENCE, config.presenceUrl(), router);
        }
        router.route().order(LAST).handler(HttpRoutes::notFound);
    }

    private void pass(List<String> paths, URI service, Router router) {
        var proxy = new ServiceProxy(vertx, service, addresses);
        paths.forEach(path -> router.route(path).handler(proxy::pass));
    }

    private static void answer(RoutingContext context, String json) {
        context.response().putHeader("Content-Type", "application/json").end(json);
    }

    private static void notFound(RoutingContext context) {
        context.response()
                .setStatusCode(ErrorCode.ROUTE_NOT_FOUND.status())
                .putHeader("Content-Type", "text/plain")
                .end(ErrorCode.ROUTE_NOT_FOUND.text());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
