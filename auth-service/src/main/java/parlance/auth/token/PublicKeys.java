package parlance.auth.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The keys by which other services verify an access token (RFC 7517). */
@Path("/.well-known/jwks.json")
public class PublicKeys {

    private static final String CACHED_FOR_A_WHILE = "public, max-age=300";

    private final SigningKeys keys;

    PublicKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response jwks() {
        return Response.ok(keys.published()).header("Cache-Control", CACHED_FOR_A_WHILE).build();
    }
}
