package parlance.testing.jwt;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Makes keys, and signs tokens with them. */
public final class TokenKeys {

    private static final int RSA_BITS = 2048;

    private TokenKeys() {}

    /** An RSA key. */
    public static PublicJsonWebKey rsa(String keyId) {
        return create(SignatureAlgorithm.RS256, keyId);
    }

    /** A key for RS256, ES256 or EdDSA. */
    public static PublicJsonWebKey create(SignatureAlgorithm algorithm, String keyId) {
        try {
            var key =
                    switch (algorithm) {
                        case RS256 -> RsaJwkGenerator.generateJwk(RSA_BITS);
                        case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                        case EDDSA ->
                                OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
                        default -> throw new IllegalArgumentException(algorithm.getAlgorithm());
                    };
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signed token, which names its key. */
    public static String sign(JwtClaimsBuilder claims, PublicJsonWebKey key) {
        return sign(claims, key, key.getKeyId());
    }

    /**
     * @param keyId what the token says of its key; null for nothing
     */
    public static String sign(
            JwtClaimsBuilder claims, PublicJsonWebKey key, @Nullable String keyId) {
        var header = claims.jws();
        return (keyId == null ? header : header.keyId(keyId)).sign(key.getPrivateKey());
    }
}
