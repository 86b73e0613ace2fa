package parlance.contracts;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Sixteen bits of an aggregate's id, by which its commands are partitioned. They fit inside a
 * minted id, so that the partition of a conversation can be computed from the id of any of its
 * messages.
 */
public record KeyHash(int value) {

    public static KeyHash of(String key) {
        var crc = new CRC32C();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        var bits = crc.getValue();
        return new KeyHash((int) ((bits >>> 16) ^ (bits & 0xFFFF)));
    }

    /** The partition, of {@code count}, of every command with this hash. */
    public int partition(int count) {
        return value % count;
    }
}
