package parlance.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers OPTIONS with 204 and nothing else, whatever the path (protocol 1.8). The headers of CORS
 * are set by Quarkus.
 */
@Singleton
final class OptionsAnswer {

    private static final int NO_CONTENT = 204;

    /** Quarkus ends a preflight itself, with the status that it finds. */
    private static final int BEFORE_CORS = SecurityHandlerPriorities.CORS + 1;

    private static final int AFTER_CORS = SecurityHandlerPriorities.CORS - 1;

    void register(@Observes Filters filters) {
        filters.register(OptionsAnswer::prepare, BEFORE_CORS);
        filters.register(OptionsAnswer::end, AFTER_CORS);
    }

    private static void prepare(RoutingContext context) {
        if (isOptions(context)) {
            context.response().setStatusCode(NO_CONTENT);
        }
        context.next();
    }

    /** Reached by what is no preflight, but asks for the options all the same. */
    private static void end(RoutingContext context) {
        if (isOptions(context)) {
            context.response().end();
        } else {
            context.next();
        }
    }

    private static boolean isOptions(RoutingContext context) {
        return context.request().method().equals(HttpMethod.OPTIONS);
    }
}
