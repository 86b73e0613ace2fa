package parlance.kit.encryption;

import jakarta.inject.Singleton;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import parlance.contracts.EncryptedFields;
import parlance.contracts.Json;

/**
 * Seals secret fields for the service that owns them, so that they never stand in clear on Kafka:
 * JWE (RFC 7516) to that service's public key on the way there, with a one-time key on the way
 * back.
 */
@Singleton
public final class FieldEncryption {

    private static final String TO_SERVICE = KeyManagementAlgorithmIdentifiers.ECDH_ES;
    private static final String TO_GATEWAY = KeyManagementAlgorithmIdentifiers.DIRECT;
    private static final String CONTENT = ContentEncryptionAlgorithmIdentifiers.AES_256_GCM;
    private static final int KEY_BYTES = 32;

    private final JsonWebKeySet publicKeys;
    private final JsonWebKeySet privateKeys;
    private final SecureRandom random = new SecureRandom();

    FieldEncryption(FieldEncryptionSettings settings) {
        publicKeys = settings.publicKeys().map(FieldEncryption::keys).orElseGet(JsonWebKeySet::new);
        privateKeys =
                settings.privateKeys().map(FieldEncryption::keys).orElseGet(JsonWebKeySet::new);
    }

    /** Whether this process can seal for {@code service}. */
    public boolean sealsFor(String service) {
        return publicKeys.findJsonWebKey(service, null, null, null) != null;
    }

    /** Whether this process can open what is sealed for {@code service}. */
    public boolean opensFor(String service) {
        return privateKeys.findJsonWebKey(service, null, null, null) != null;
    }

    /** Seals for {@code service}, whose name is its key's id. */
    public String seal(String service, EncryptedFields secrets) {
        var key = find(publicKeys, service).getPublicKey();
        return encrypt(secrets, TO_SERVICE, key, service);
    }

    /** Opens what {@link #seal} closed. */
    public EncryptedFields open(String jwe) {
        try {
            var encryption = decryption(jwe, TO_SERVICE);
            encryption.setKey(find(privateKeys, encryption.getKeyIdHeaderValue()).getPrivateKey());
            return Json.read(encryption.getPayload(), EncryptedFields.class);
        } catch (JoseException e) {
            throw new IllegalArgumentException("cannot be unsealed", e);
        }
    }

    /** A key for the secrets of one reply: 256 bits, base64url. */
    public String newReplyKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** Seals secret fields of a reply with the key that came with its command. */
    public String sealReply(String replyKey, Map<String, Object> fields) {
        return encrypt(fields, TO_GATEWAY, aesKey(replyKey), null);
    }

    /** The fields that {@link #sealReply} closed, as a JSON object. */
    public String openReply(String replyKey, String jwe) {
        try {
            var encryption = decryption(jwe, TO_GATEWAY);
            encryption.setKey(aesKey(replyKey));
            return encryption.getPayload();
        } catch (JoseException e) {
            throw new IllegalArgumentException("cannot be unsealed", e);
        }
    }

    private static String encrypt(
            Object content, String algorithm, Key key, @Nullable String keyId) {
        var encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue(algorithm);
        encryption.setEncryptionMethodHeaderParameter(CONTENT);
        encryption.setKey(key);
        if (keyId != null) {
            encryption.setKeyIdHeaderValue(keyId);
        }
        encryption.setPayload(Json.write(content));
        try {
            return encryption.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot be sealed", e);
        }
    }

    private static JsonWebEncryption decryption(String jwe, String algorithm) throws JoseException {
        var encryption = new JsonWebEncryption();
        encryption.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, algorithm));
        encryption.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, CONTENT));
        encryption.setCompactSerialization(jwe);
        return encryption;
    }

    private static Key aesKey(String base64) {
        return new AesKey(Base64.getUrlDecoder().decode(base64));
    }

    private static PublicJsonWebKey find(JsonWebKeySet keys, String id) {
        if (keys.findJsonWebKey(id, null, null, null) instanceof PublicJsonWebKey key) {
            return key;
        }
        throw new IllegalStateException("no sealing key for " + id);
    }

    private static JsonWebKeySet keys(String json) {
        try {
            return new JsonWebKeySet(json);
        } catch (JoseException e) {
            throw new IllegalArgumentException("parlance.seal: not a JWK set", e);
        }
    }
}
