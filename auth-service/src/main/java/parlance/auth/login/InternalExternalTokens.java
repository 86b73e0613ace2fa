package parlance.auth.login;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import parlance.contracts.Caller;
import parlance.internalapi.auth.AuthApi;
import parlance.internalapi.auth.ExternalToken;

/** What a gateway asks at {@code connect} about a token that is none of ours. */
@Singleton
@RunOnVirtualThread
public final class InternalExternalTokens implements AuthApi {

    private final SignIn signIn;

    InternalExternalTokens(SignIn signIn) {
        this.signIn = signIn;
    }

    /** See {@link ExternalToken}. */
    @Override
    public Caller signIn(ExternalToken shown) {
        return signIn.onSocket(shown.token(), shown.deviceId(), shown.clientAddress())
                .orElseThrow(NotFoundException::new);
    }
}
