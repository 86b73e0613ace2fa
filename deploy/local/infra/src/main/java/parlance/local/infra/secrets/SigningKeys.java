package parlance.local.infra.secrets;

import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * The keys of access tokens as auth-service is told them: the first signs, all are published. A new
 * key is published by every replica before any signs with it, and an old one until its last token
 * has expired.
 */
public record SigningKeys(List<PublicJsonWebKey> keys) {

    /** The present key, the one before, and a next one: older ones were replaced long ago. */
    private static final int KEPT = 2;

    private static final int RSA_BITS = 2048;

    static SigningKeys fresh() {
        return new SigningKeys(List.of(newKey()));
    }

    /** Reads what {@link #toJson()} wrote. */
    public static SigningKeys parse(String json) {
        try {
            return new SigningKeys(
                    new JsonWebKeySet(json)
                            .getJsonWebKeys().stream().map(PublicJsonWebKey.class::cast).toList());
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JWK set", e);
        }
    }

    /** The first step: with one more key, which signs nothing yet. */
    public SigningKeys announcingNext() {
        var more = new ArrayList<>(keys.subList(0, Math.min(KEPT, keys.size())));
        more.add(newKey());
        return new SigningKeys(List.copyOf(more));
    }

    /** The second step: what was announced last signs from now on. */
    public SigningKeys withNextFirst() {
        var turned = new ArrayList<>(keys);
        turned.addFirst(turned.removeLast());
        return new SigningKeys(List.copyOf(turned));
    }

    public String toJson() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static PublicJsonWebKey newKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(RSA_BITS);
            key.setKeyId("signing-" + GeneratedSecrets.token().substring(0, 8));
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
