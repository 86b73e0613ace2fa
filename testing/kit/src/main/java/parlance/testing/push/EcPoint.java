package parlance.testing.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.interfaces.ECPublicKey;

/** A P-256 public key as the Web Push standards write it: 4, x, y. */
final class EcPoint {

    private static final int COORDINATE = 32;

    private EcPoint() {}

    static byte[] of(ECPublicKey key) {
        return ByteBuffer.allocate(1 + 2 * COORDINATE)
                .put((byte) 4)
                .put(padded(key.getW().getAffineX()))
                .put(padded(key.getW().getAffineY()))
                .array();
    }

    static byte[] padded(BigInteger number) {
        var bytes = number.toByteArray();
        var length = Math.min(COORDINATE, bytes.length);
        var padded = new byte[COORDINATE];
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
        return padded;
    }
}
