package parlance.kit.http;

import jakarta.inject.Provider;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The token that services show each other on {@code /internal/…}; nobody else is let in there, and
 * without a configured token nobody at all.
 */
@jakarta.ws.rs.ext.Provider
public final class ServiceToken implements ContainerRequestFilter, ClientRequestFilter {

    private static final String SCHEME = "Bearer ";

    /** Asked for late: filters are made before the configuration can be read. */
    private final Provider<HttpSettings> settings;

    ServiceToken(Provider<HttpSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/internal/")) {
            return;
        }
        var shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        var wanted = settings.get().serviceToken().map(token -> SCHEME + token);
        if (shown == null || wanted.isEmpty() || !isSame(shown, wanted.get())) {
            request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
        }
    }

    @Override
    public void filter(ClientRequestContext request) {
        settings.get()
                .serviceToken()
                .ifPresent(token ->
                        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, SCHEME + token));
    }

    private static boolean isSame(String shown, String wanted) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
