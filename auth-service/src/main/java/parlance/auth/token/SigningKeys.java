package parlance.auth.token;

import jakarta.inject.Singleton;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import parlance.auth.AuthConfig;

/**
 * The keys of access tokens: the first signs, all are published. ADR 8 tells how to rotate them
 * while clients stay signed in.
 */
@Singleton
public class SigningKeys {

    private final JsonWebKeySet keys;

    SigningKeys(AuthConfig config) {
        try {
            keys = new JsonWebKeySet(config.signingKeys());
        } catch (JoseException e) {
            throw new IllegalArgumentException("parlance.auth.signing-keys: not a JWK set", e);
        }
        if (keys.getJsonWebKeys().isEmpty()
                || !keys.getJsonWebKeys().stream().allMatch(k -> canSign(k))) {
            throw new IllegalArgumentException(
                    "parlance.auth.signing-keys: RSA private keys with a kid are needed");
        }
    }

    /** The key that signs what is issued from now on. */
    RsaJsonWebKey current() {
        return (RsaJsonWebKey) keys.getJsonWebKeys().getFirst();
    }

    /** A JWK set without private parts, by which tokens are verified. */
    String published() {
        return keys.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static boolean canSign(Object key) {
        return key instanceof RsaJsonWebKey rsa
                && rsa.getPrivateKey() != null
                && rsa.getKeyId() != null;
    }
}
