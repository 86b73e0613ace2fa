package parlance.gateway.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Counts the sockets that Quarkus's CORS filter refuses because of their Origin. */
@Singleton
final class RefusedOrigins {

    private static final int FORBIDDEN = 403;
    private static final int BEFORE_CORS = SecurityHandlerPriorities.CORS + 1;

    private final Counter refused;

    RefusedOrigins(MeterRegistry metrics) {
        this.refused = metrics.counter("parlance_upgrades_refused", "reason", "origin");
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_CORS);
    }

    private void watch(RoutingContext context) {
        context.next();
        // The filter refuses at once, so that its answer is there by now.
        var response = context.response();
        if (context.request().getHeader(HttpHeaders.UPGRADE) != null
                && response.ended()
                && response.getStatusCode() == FORBIDDEN) {
            refused.increment();
        }
    }
}
