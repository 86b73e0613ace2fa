package parlance.auth.federation;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.kit.jwt.JwksCacheSettings;
import parlance.kit.jwt.JwksFetcher;
import parlance.kit.jwt.JwtVerifier;

/** Verifies by the keys of each issuer, which are fetched when they are first needed, and kept. */
@Singleton
class IssuerKeys {

    /** Tokens that name unknown keys have an issuer asked no more often than this. */
    private static final Duration REFRESH_PAUSE = Duration.ofSeconds(10);

    private final JwksFetcher fetcher;
    private final JwksCacheSettings cache;
    private final Map<URI, JwtVerifier> verifiers = new ConcurrentHashMap<>();

    IssuerKeys(IssuerUrlPolicy policy, FederationConfig config) {
        this.fetcher = new JwksFetcher(config.keysTimeout(), policy);
        this.cache =
                new JwksCacheSettings(config.keysLifetime(), REFRESH_PAUSE, config.keysLifetime());
    }

    /** The verifier by the keys that are published at an address. */
    JwtVerifier publishedAt(URI url) {
        return verifiers.computeIfAbsent(url, this::verifier);
    }

    private JwtVerifier verifier(URI url) {
        return new JwtVerifier(url, fetcher, cache);
    }
}
