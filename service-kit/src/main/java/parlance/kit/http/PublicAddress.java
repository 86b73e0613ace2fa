package parlance.kit.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those of somebody's own network. */
public final class PublicAddress {

    /** The first bytes, and how many bits of them count; beyond what {@link InetAddress} knows. */
    private record Block(int bits, byte[] prefix) {

        static Block of(int bits, int... prefix) {
            var bytes = new byte[prefix.length];
            for (int i = 0; i < prefix.length; i++) {
                bytes[i] = (byte) prefix[i];
            }
            return new Block(bits, bytes);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** This network, carrier NAT, protocol assignments, benchmarks, reserved and broadcast. */
    private static final List<Block> NOT_PUBLIC_4 =
            List.of(
                    Block.of(8, 0),
                    Block.of(10, 100, 64),
                    Block.of(24, 192, 0, 0),
                    Block.of(15, 198, 18),
                    Block.of(4, 240));

    /** Unique local addresses, where clouds keep their metadata too, and Teredo. */
    private static final List<Block> NOT_PUBLIC_6 =
            List.of(Block.of(7, 0xfc), Block.of(32, 0x20, 0x01, 0, 0));

    private static final Block NAT64 = Block.of(96, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Block SIX_TO_FOUR = Block.of(16, 0x20, 0x02);
    private static final int IPV4_BYTES = 4;

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet6Address six
                ? isPublic(six, bytes)
                : NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
    }

    /** An IPv6 address may carry an IPv4 address, which then is what is reached. */
    private static boolean isPublic(Inet6Address address, byte[] bytes) {
        if (address.isIPv4CompatibleAddress() || NAT64.holds(bytes)) {
            return isPublic(bytes, bytes.length - IPV4_BYTES);
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublic(bytes, 2);
        }
        return NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isPublic(byte[] bytes, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
