package parlance.gateway.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The keys that auth-service publishes, and how often it was asked for them. */
public final class PublishedKeys {

    private static final List<RsaJsonWebKey> KEYS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FETCHES = new AtomicInteger();

    private PublishedKeys() {}

    static void add(RsaJsonWebKey key) {
        KEYS.add(key);
    }

    static String json() {
        FETCHES.incrementAndGet();
        return new JsonWebKeySet(KEYS).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public static int fetches() {
        return FETCHES.get();
    }

    /** One more key, beside those that are there. */
    public static RsaJsonWebKey rotate() {
        var key = unpublished("k" + (KEYS.size() + 1));
        KEYS.addFirst(key);
        return key;
    }

    /** A key that auth-service knows nothing of. */
    public static RsaJsonWebKey unpublished(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
