package parlance.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Spells the Origin of a request as browsers do before Quarkus compares it. A page of this very
 * host is no stranger, also behind a proxy that ends TLS: Quarkus would compare the schemes.
 */
@Singleton
final class RequestOrigin {

    private static final int BEFORE_CORS = SecurityHandlerPriorities.CORS + 2;

    void register(@Observes Filters filters) {
        filters.register(RequestOrigin::normalize, BEFORE_CORS);
    }

    private static void normalize(RoutingContext context) {
        var request = context.request();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            request.headers().set(HttpHeaders.ORIGIN, normal(origin, request));
        }
        context.next();
    }

    private static String normal(String origin, HttpServerRequest request) {
        var normal = NormalOrigin.of(origin);
        return isOfThisHost(normal, request)
                ? request.scheme() + "://" + request.authority()
                : normal;
    }

    private static boolean isOfThisHost(String origin, HttpServerRequest request) {
        var here = request.authority();
        if (here == null) {
            return false;
        }
        try {
            var uri = new URI(origin);
            var scheme = uri.getScheme();
            return "https".equals(scheme)
                    && uri.getHost() != null
                    && NormalOrigin.authority(scheme, uri.getHost(), uri.getPort())
                            .equals(NormalOrigin.authority(scheme, here.host(), here.port()));
        } catch (URISyntaxException noOrigin) {
            return false;
        }
    }
}
