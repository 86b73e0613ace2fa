package parlance.kit.http;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.logging.Logger;
import parlance.contracts.ErrorCode;

/** The key to {@code /admin/…} (protocol 3.11). Every call is noted, be it let in or not. */
@jakarta.ws.rs.ext.Provider
public final class AdminKey implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(AdminKey.class);
    private static final String HEADER = "admin-api-key";

    /** Asked for late: filters are made before the configuration can be read. */
    private final Provider<AdminSettings> settings;

    AdminKey(Provider<AdminSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (!path.startsWith("/admin/")) {
            return;
        }
        var shown = request.getHeaderString(HEADER);
        var allowed =
                shown != null
                        && settings.get().apiKey().filter(key -> isSame(shown, key)).isPresent();
        LOG.infof("admin_call method=%s path=%s allowed=%s", request.getMethod(), path, allowed);
        if (!allowed) {
            request.abortWith(
                    Response.status(ErrorCode.UNAUTHORIZED.status())
                            .type(MediaType.TEXT_PLAIN)
                            .entity(ErrorCode.UNAUTHORIZED.text())
                            .build());
        }
    }

    private static boolean isSame(String shown, String wanted) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
