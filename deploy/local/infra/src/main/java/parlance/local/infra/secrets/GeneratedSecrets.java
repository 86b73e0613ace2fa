package parlance.local.infra.secrets;

import static org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE;
import static org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** New secrets of every kind the services need, by the name of their environment variable. */
public final class GeneratedSecrets {

    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedSecrets() {}

    public static Map<String, String> create() {
        var seal = new JsonWebKeySet(sealKey("auth"), sealKey("user"));
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("PARLANCE_ADMIN_API_KEY", token());
        secrets.put("PARLANCE_SERVICE_TOKEN", token());
        secrets.put("PARLANCE_AUTH_COOKIE_SECRET", token());
        secrets.put("PARLANCE_AUTH_SIGNING_KEYS", SigningKeys.fresh().toJson());
        secrets.put("PARLANCE_SEAL_PRIVATE_KEYS", seal.toJson(INCLUDE_PRIVATE));
        secrets.put("PARLANCE_SEAL_PUBLIC_KEYS", seal.toJson(PUBLIC_ONLY));
        return secrets;
    }

    /** Letters, digits, - and _ only: safe in a shell, a URL and a header. */
    public static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The gateway encrypts to the owner of a secret field, whose name is the key's id. */
    private static PublicJsonWebKey sealKey(String owner) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(owner);
            key.setUse("enc");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
