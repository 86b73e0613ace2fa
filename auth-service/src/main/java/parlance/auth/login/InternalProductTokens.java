package parlance.auth.login;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parlance.contracts.Caller;
import parlance.contracts.session.ProductToken;

/** What a gateway asks at {@code connect} about a token that is none of ours. */
@Path("/internal/product-tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalProductTokens {

    private final SignIn signIn;

    InternalProductTokens(SignIn signIn) {
        this.signIn = signIn;
    }

    /** See {@link ProductToken}. */
    @POST
    public Caller signIn(ProductToken shown) {
        return signIn.onSocket(shown.token(), shown.deviceId(), shown.clientAddress())
                .orElseThrow(NotFoundException::new);
    }
}
