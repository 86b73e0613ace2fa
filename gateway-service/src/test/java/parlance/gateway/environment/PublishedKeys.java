package parlance.gateway.environment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import parlance.testing.jwt.TokenKeys;

/** The keys that auth-service publishes, and how often it was asked for them. */
public final class PublishedKeys {

    private static final List<PublicJsonWebKey> KEYS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FETCHES = new AtomicInteger();

    private PublishedKeys() {}

    public static void add(PublicJsonWebKey key) {
        KEYS.add(key);
    }

    public static String json() {
        FETCHES.incrementAndGet();
        return new JsonWebKeySet(KEYS).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public static int fetches() {
        return FETCHES.get();
    }

    /** One more key, beside those that are there. */
    public static PublicJsonWebKey rotate() {
        var key = unpublished("k" + (KEYS.size() + 1));
        KEYS.addFirst(key);
        return key;
    }

    /** A key that auth-service knows nothing of. */
    public static PublicJsonWebKey unpublished(String id) {
        return TokenKeys.rsa(id);
    }
}
