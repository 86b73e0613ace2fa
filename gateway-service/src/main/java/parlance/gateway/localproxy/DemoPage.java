package parlance.gateway.localproxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import parlance.gateway.GatewayConfig;

/** The page to try Parlance with, and the client module that it is written on: the folder web. */
@Singleton
final class DemoPage {

    /** Files come from and go to an object store at an address of its own. */
    private static final String POLICY =
            "default-src 'self'; connect-src *; img-src * data:; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final GatewayConfig config;

    DemoPage(GatewayConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        if (config.gateway().demoPage()) {
            var files =
                    StaticHandler.create("web")
                            .setIndexPage("/demo/index.html")
                            .setCachingEnabled(false);
            router.route(HttpMethod.GET, "/*").handler(DemoPage::protect).handler(files);
        }
    }

    private static void protect(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        context.next();
    }
}
