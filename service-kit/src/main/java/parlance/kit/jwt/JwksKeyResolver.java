package parlance.kit.jwt;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key of a token in a published JWK set (ADR 26). A token that names no key is tried with
 * every key that fits its algorithm, since an issuer that rotates its keys publishes several.
 */
final class JwksKeyResolver extends HttpsJwksVerificationKeyResolver {

    private static final VerificationJwkSelector SELECTOR = new VerificationJwkSelector();

    JwksKeyResolver(URI url, JwksFetcher fetcher, JwksCacheSettings cache) {
        super(keySet(url, fetcher, cache));
    }

    @Override
    protected @Nullable JsonWebKey select(JsonWebSignature token, List<JsonWebKey> published)
            throws JoseException {
        var fitting = SELECTOR.selectList(token, published);
        if (token.getKeyIdHeaderValue() != null) {
            return fitting.isEmpty() ? null : fitting.getFirst();
        }
        for (var key : fitting) {
            token.setKey(key.getKey());
            if (token.verifySignature()) {
                return key;
            }
        }
        return null;
    }

    private static HttpsJwks keySet(URI url, JwksFetcher fetcher, JwksCacheSettings cache) {
        var keys = new HttpsJwks(url.toString());
        // Without the answer's headers: how long keys are kept is decided by the settings.
        keys.setSimpleHttpGet(location -> answer(fetcher.fetch(URI.create(location))));
        keys.setDefaultCacheDuration(cache.lifetime().toSeconds());
        keys.setRetainCacheOnErrorDuration(cache.outage().toSeconds());
        keys.setRefreshReprieveThreshold(cache.refreshPause().toMillis());
        return keys;
    }

    private static SimpleResponse answer(String body) {
        return new Response(200, "OK", Map.of(), body);
    }
}
