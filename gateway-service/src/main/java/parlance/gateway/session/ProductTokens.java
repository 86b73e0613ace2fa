package parlance.gateway.session;

import static parlance.contracts.ErrorCode.SERVICE_UNAVAILABLE;
import static parlance.contracts.ErrorCode.TOKEN_EXPIRED;
import static parlance.contracts.ErrorCode.TOO_MANY_REQUESTS;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.session.ProductToken;
import parlance.kit.Rejection;

/**
 * Tokens of issuers that an organization trusts: auth-service knows which, and begins a session.
 */
@Singleton
final class ProductTokens {

    private static final Logger LOG = Logger.getLogger(ProductTokens.class);

    private static final int NOT_FOUND = 404;

    private final AuthClient auth;

    ProductTokens(@RestClient AuthClient auth) {
        this.auth = auth;
    }

    /**
     * Who is signed in by this token on this device.
     *
     * @throws Rejection if nobody is, or nobody can tell
     */
    Caller signIn(String token, DeviceId device, @Nullable String address) {
        try {
            return auth.signIn(new ProductToken(token, device, address));
        } catch (WebApplicationException answer) {
            var status = answer.getResponse().getStatus();
            if (status == NOT_FOUND) {
                throw new Rejection(TOKEN_EXPIRED);
            }
            throw new Rejection(
                    status == TOO_MANY_REQUESTS.status() ? TOO_MANY_REQUESTS : SERVICE_UNAVAILABLE);
        } catch (RuntimeException outage) {
            LOG.warnf("auth_unavailable cause=%s", outage.toString());
            throw new Rejection(SERVICE_UNAVAILABLE);
        }
    }
}
