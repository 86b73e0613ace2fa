package parlance.kit.http;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where a client is, whatever it says of itself. Each proxy appends to {@code X-Forwarded-For} the
 * address that it was asked from, so the header is read from its end, for as long as a trusted
 * proxy wrote it: what stands before that is anybody's invention.
 */
@Singleton
public final class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";

    /** Some proxies write {@code [2001:db8::1]:4711} or {@code 192.0.2.1:4711}. */
    private static final String WITH_PORT = "^\\[(.*)](?::\\d+)?$|^([\\d.]+):\\d+$";

    private final List<CidrAddress> trusted;

    ClientAddress(ProxySettings settings) {
        this.trusted =
                settings.trustedProxies().orElse(List.of()).stream()
                        .map(ClientAddress::network)
                        .toList();
    }

    /** An IP address. */
    public String of(HttpServerRequest request) {
        return behind(request.remoteAddress().hostAddress(), request.headers().getAll(HEADER));
    }

    /**
     * @param peer who opened the connection
     * @param headers each a list of addresses, by commas
     */
    String behind(String peer, List<String> headers) {
        var hops = String.join(",", headers).split(",");
        var address = InetAddress.ofLiteral(peer);
        for (int hop = hops.length - 1; hop >= 0 && isTrusted(address); hop--) {
            var before = read(hops[hop]);
            if (before.isEmpty()) {
                break;
            }
            address = before.get();
        }
        return address.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    private static Optional<InetAddress> read(String hop) {
        try {
            var address = hop.strip().replaceFirst(WITH_PORT, "$1$2");
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static CidrAddress network(String text) {
        var network = Inet.parseCidrAddress(text);
        if (network != null) {
            return network;
        }
        var address = InetAddress.ofLiteral(text);
        return CidrAddress.create(address, address.getAddress().length * Byte.SIZE);
    }
}
