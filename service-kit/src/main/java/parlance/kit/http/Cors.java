package parlance.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** CORS on every answer, errors included, and the answer to preflights (protocol 1.8). */
@Singleton
final class Cors {

    /** Before everything else, so that refusals carry the headers too. */
    private static final int PRIORITY = 1_000;

    private final HttpSettings settings;

    Cors(HttpSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        var headers = context.response().headers();
        if (origin != null && settings.allows(origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Allow-Credentials", "true");
            headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            headers.set(
                    "Access-Control-Allow-Headers",
                    "Content-Type, Authorization, API-Key, admin-api-key");
        }
        headers.add("Vary", "Origin");
        if (context.request().method().equals(HttpMethod.OPTIONS)) {
            context.response().setStatusCode(204).end();
            return;
        }
        context.next();
    }
}
