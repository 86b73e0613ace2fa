package parlance.kit.http;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public internet from those of somebody's own network. */
public final class PublicAddress {

    /**
     * Beyond what {@link InetAddress} knows: this network, carrier NAT, protocol assignments,
     * benchmarks, reserved and broadcast; unique local addresses, where clouds keep their metadata
     * too, and Teredo.
     */
    private static final List<CidrAddress> NOT_PUBLIC =
            Stream.of(
                            "0.0.0.0/8",
                            "100.64.0.0/10",
                            "192.0.0.0/24",
                            "198.18.0.0/15",
                            "240.0.0.0/4",
                            "fc00::/7",
                            "2001::/32")
                    .map(Inet::parseCidrAddress)
                    .toList();

    private static final CidrAddress NAT64 = Inet.parseCidrAddress("64:ff9b::/96");
    private static final CidrAddress SIX_TO_FOUR = Inet.parseCidrAddress("2002::/16");
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
        return address instanceof Inet6Address six ? isPublic(six) : isNowhereSpecial(address);
    }

    /** An IPv6 address may carry an IPv4 address, which then is what is reached. */
    private static boolean isPublic(Inet6Address address) {
        var bytes = address.getAddress();
        if (address.isIPv4CompatibleAddress() || NAT64.matches(address)) {
            return isPublic(bytes, bytes.length - IPV4_BYTES);
        }
        if (SIX_TO_FOUR.matches(address)) {
            return isPublic(bytes, 2);
        }
        return isNowhereSpecial(address);
    }

    private static boolean isNowhereSpecial(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(network -> network.matches(address));
    }

    private static boolean isPublic(byte[] bytes, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
