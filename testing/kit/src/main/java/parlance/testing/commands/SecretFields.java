package parlance.testing.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;
import parlance.contracts.EncryptedFields;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;

/** Seals and opens as the gateway does. */
final class SecretFields {

    private static final String REPLY_KEY =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);

    private final JsonWebKeySet publicKeys;

    SecretFields(String publicKeys) {
        try {
            this.publicKeys = new JsonWebKeySet(publicKeys);
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Takes the route's secret fields out of the request and seals them. */
    String takeFrom(ObjectNode request, Route route) {
        var fields = new HashMap<String, RawJson>();
        for (var name : route.secretFields()) {
            var value = request.remove(name);
            if (value != null) {
                fields.put(name, new RawJson(value.toString()));
            }
        }
        return seal(new EncryptedFields(fields, REPLY_KEY), route.topic().orElseThrow().service());
    }

    JsonNode open(String sealedReply) {
        try {
            var encryption = new JsonWebEncryption();
            encryption.setCompactSerialization(sealedReply);
            encryption.setKey(new AesKey(Base64.getUrlDecoder().decode(REPLY_KEY)));
            return Json.read(encryption.getPayload(), JsonNode.class);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String seal(EncryptedFields secrets, String service) {
        try {
            var key = (PublicJsonWebKey) publicKeys.findJsonWebKey(service, null, null, null);
            var encryption = new JsonWebEncryption();
            encryption.setAlgorithmHeaderValue("ECDH-ES");
            encryption.setEncryptionMethodHeaderParameter("A256GCM");
            encryption.setKey(key.getPublicKey());
            encryption.setKeyIdHeaderValue(service);
            encryption.setPayload(Json.write(secrets));
            return encryption.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
