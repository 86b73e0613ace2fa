package parlance.kit.limit;

import io.smallrye.common.net.CidrAddress;
import java.net.Inet6Address;
import java.net.InetAddress;

/** What is limited together: who has an IPv6 address has all of its network to choose from. */
public final class ClientNetwork {

    private static final int IPV6_BITS = 64;

    private ClientNetwork() {}

    /**
     * @param address an IP address
     */
    public static String of(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? CidrAddress.create(six, IPV6_BITS).toString()
                : address;
    }
}
