package parlance.testing.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import parlance.contracts.Json;

/** A browser with a push subscription: it alone can read what is sent there (RFC 8188, 8291). */
public final class Browser {

    private static final int SALT = 16;
    private static final int AUTH = 16;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private final String origin;
    private final String path = "/push/" + UUID.randomUUID();
    private final KeyPair keys;
    private final byte[] auth = new byte[AUTH];

    private Browser(String origin, KeyPair keys) {
        this.origin = origin;
        this.keys = keys;
        new SecureRandom().nextBytes(auth);
    }

    static Browser at(String origin) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Browser(origin, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String path() {
        return path;
    }

    /** What {@code push_subscription_create} takes. */
    public Map<String, Object> subscription(String deviceUdid) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return Map.of(
                "platform",
                "web",
                "device_udid",
                deviceUdid,
                "web_endpoint",
                origin + path,
                "web_key_auth",
                base64.encodeToString(auth),
                "web_key_p256dh",
                base64.encodeToString(EcPoint.of((ECPublicKey) keys.getPublic())));
    }

    JsonNode decrypt(byte[] body) throws GeneralSecurityException, IOException {
        var in = ByteBuffer.wrap(body);
        var salt = take(in, SALT);
        var recordSize = in.getInt();
        var sender = take(in, in.get());
        if (in.remaining() > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(Vapid.publicKey(sender), true);
        var own = EcPoint.of((ECPublicKey) keys.getPublic());
        var info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), own, sender);
        var secret = expand(hmac(auth, agreement.generateSecret()), info, 32);
        var random = hmac(salt, secret);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(expand(random, encoding("aes128gcm"), KEY), "AES"),
                new GCMParameterSpec(TAG_BITS, expand(random, encoding("nonce"), NONCE)));
        return Json.tree(withoutPadding(cipher.doFinal(take(in, in.remaining()))));
    }

    private static byte[] withoutPadding(byte[] plain) throws GeneralSecurityException {
        var end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        if (plain[end] != LAST_RECORD) {
            throw new GeneralSecurityException("no delimiter");
        }
        return Arrays.copyOf(plain, end);
    }

    private static byte[] encoding(String name) {
        return ("Content-Encoding: " + name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] expand(byte[] key, byte[] info, int length)
            throws GeneralSecurityException, IOException {
        return Arrays.copyOf(hmac(key, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] join(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] take(ByteBuffer in, int length) {
        var taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
