package parlance.auth.trust;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The keys of each issuer, fetched when they are first needed and kept for a while. */
@Singleton
class IssuerKeys {

    /** Tokens that name unknown keys make us ask an issuer no more often than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeysDownload download;
    private final TrustConfig config;
    private final Map<URI, VerificationKeyResolver> keys = new ConcurrentHashMap<>();

    IssuerKeys(KeysDownload download, TrustConfig config) {
        this.download = download;
        this.config = config;
    }

    VerificationKeyResolver at(URI url) {
        return keys.computeIfAbsent(url, this::resolver);
    }

    private VerificationKeyResolver resolver(URI url) {
        var jwks = new HttpsJwks(url.toString());
        jwks.setSimpleHttpGet(download);
        jwks.setDefaultCacheDuration(config.keysLifetime().toSeconds());
        jwks.setRetainCacheOnErrorDuration(config.keysLifetime().toSeconds());
        jwks.setRefreshReprieveThreshold(PATIENCE.toMillis());
        return new HttpsJwksVerificationKeyResolver(jwks);
    }
}
