package parlance.local.infra.secrets;

import static org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key pair for Web Push, as browsers and push-service take it. */
public final class VapidKeys {

    /** What web clients are built with. */
    public static final String PUBLIC_KEY = "PARLANCE_PUSH_WEB_PUBLIC_KEY";

    private static final String PRIVATE_KEY = "PARLANCE_PUSH_WEB_PRIVATE_KEY";
    private static final int POINT = 65;
    private static final byte UNCOMPRESSED = 4;

    private VapidKeys() {}

    /** By the names of their environment variables. */
    public static Map<String, String> create() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256).toParams(INCLUDE_PRIVATE);
            var point =
                    ByteBuffer.allocate(POINT)
                            .put(UNCOMPRESSED)
                            .put(Base64.getUrlDecoder().decode((String) key.get("x")))
                            .put(Base64.getUrlDecoder().decode((String) key.get("y")));
            return Map.of(
                    PUBLIC_KEY,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(point.array()),
                    PRIVATE_KEY,
                    (String) key.get("d"));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
