package parlance.testing.push;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A VAPID key pair as settings take it: the point and the scalar, base64url. */
public record VapidKeyPair(String publicKey, String privateKey) {

    public static VapidKeyPair create() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var base64 = Base64.getUrlEncoder().withoutPadding();
            return new VapidKeyPair(
                    base64.encodeToString(EcPoint.of((ECPublicKey) keys.getPublic())),
                    base64.encodeToString(
                            EcPoint.padded(((ECPrivateKey) keys.getPrivate()).getS())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
