package parlance.gateway.session;

import static parlance.contracts.ErrorCode.SERVICE_UNAVAILABLE;
import static parlance.contracts.ErrorCode.TOKEN_EXPIRED;
import static parlance.contracts.ErrorCode.TOO_MANY_REQUESTS;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.internalapi.CallRejected;
import parlance.internalapi.auth.AuthApi;
import parlance.internalapi.auth.ExternalToken;
import parlance.kit.Rejection;

/**
 * Tokens of issuers that an organization trusts: auth-service knows which, and begins a session.
 */
@Singleton
final class ExternalTokens {

    private static final Logger LOG = Logger.getLogger(ExternalTokens.class);

    private final AuthApi auth;

    ExternalTokens(@RestClient AuthApi auth) {
        this.auth = auth;
    }

    /**
     * Who is signed in by this token on this device.
     *
     * @throws Rejection if nobody is, or nobody can tell
     */
    Caller signIn(String token, DeviceId device, @Nullable String address) {
        try {
            return auth.signIn(new ExternalToken(token, device, address));
        } catch (CallRejected answer) {
            if (answer.isNotFound()) {
                throw new Rejection(TOKEN_EXPIRED);
            }
            throw new Rejection(
                    answer.status() == TOO_MANY_REQUESTS.status()
                            ? TOO_MANY_REQUESTS
                            : SERVICE_UNAVAILABLE);
        } catch (RuntimeException outage) {
            LOG.warnf("auth_unavailable cause=%s", outage.toString());
            throw new Rejection(SERVICE_UNAVAILABLE);
        }
    }
}
