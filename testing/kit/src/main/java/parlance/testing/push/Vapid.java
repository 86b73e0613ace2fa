package parlance.testing.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** The application server's token (RFC 8292), checked as a push service checks it. */
final class Vapid {

    private static final Pattern HEADER =
            Pattern.compile("vapid (?=.*t=([^, ]+))(?=.*k=([^, ]+)).*");
    private static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final int A_DAY_IN_MINUTES = 24 * 60;

    private Vapid() {}

    static void verify(@Nullable String authorization, String origin)
            throws GeneralSecurityException, InvalidJwtException {
        var header = HEADER.matcher(authorization == null ? "" : authorization);
        if (!header.matches()) {
            throw new GeneralSecurityException("no VAPID header");
        }
        new JwtConsumerBuilder()
                .setVerificationKey(publicKey(Base64.getUrlDecoder().decode(header.group(2))))
                .setExpectedAudience(origin)
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(A_DAY_IN_MINUTES)
                .setRequireSubject()
                .build()
                .processToClaims(header.group(1));
    }

    /** From the uncompressed point. */
    static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new GeneralSecurityException("no uncompressed point");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT));
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }
}
