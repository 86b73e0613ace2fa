package parlance.contracts;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An id made before the command is sent, so that a replayed command makes the same document. Looks
 * like an ObjectId: four bytes of unix seconds (which mean nothing to order), two of the {@link
 * KeyHash} of what the command is ordered by, six of chance.
 */
public final class PreassignedId {

    private static final int BYTES = 12;
    private static final int HEXADECIMAL = 16;
    private static final int KEY_HASH_FROM = 8;
    private static final int KEY_HASH_TO = 12;

    private PreassignedId() {}

    /** 24 lower-case hexadecimal characters. */
    public static String mint(Instant now, KeyHash orderedBy, RandomGenerator random) {
        var chance = random.nextLong();
        return HexFormat.of()
                .formatHex(
                        ByteBuffer.allocate(BYTES)
                                .putInt((int) now.getEpochSecond())
                                .putShort((short) orderedBy.value())
                                .putInt((int) chance)
                                .putShort((short) (chance >>> 32))
                                .array());
    }

    /** The n-th id after a minted one, for a command that makes several things: always the same. */
    public static String derive(String minted, int n) {
        var number = new BigInteger(minted, HEXADECIMAL).add(BigInteger.valueOf(n));
        var digits = number.toString(HEXADECIMAL);
        var padded = "0".repeat(Math.max(0, 2 * BYTES - digits.length())) + digits;
        return padded.substring(padded.length() - 2 * BYTES);
    }

    /** The hash inside an id; empty for what does not look like an id at all. */
    public static Optional<KeyHash> keyHashOf(String id) {
        if (!isWellFormed(id)) {
            return Optional.empty();
        }
        return Optional.of(new KeyHash(HexFormat.fromHexDigits(id, KEY_HASH_FROM, KEY_HASH_TO)));
    }

    /** Whether a client's text can name a document at all (protocol 4.1). */
    public static boolean isWellFormed(String id) {
        return id.length() == 2 * BYTES
                && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
