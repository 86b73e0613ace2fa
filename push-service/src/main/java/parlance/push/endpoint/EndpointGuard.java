package parlance.push.endpoint;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.kit.http.PublicAddress;

/**
 * Keeps clients from sending us into our own network with a Web Push endpoint of their making. An
 * endpoint is looked at when it is registered, and its address again each time something is sent: a
 * name may lead elsewhere by then.
 */
@Singleton
public final class EndpointGuard {

    private final Set<String> allowedHosts;

    EndpointGuard(EndpointConfig config) {
        this.allowedHosts = config.allowedHosts().orElse(Set.of());
    }

    /** Whether this may be registered. A name that cannot be resolved now is judged when used. */
    public boolean admits(String endpoint) {
        return parse(endpoint).filter(this::leadsOutside).isPresent();
    }

    /**
     * The address to connect to; empty for an endpoint that leads into somebody's own network.
     *
     * @throws UnknownHostException if the name cannot be resolved at present
     */
    public Optional<InetAddress> resolve(URI endpoint) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(endpoint.getHost());
        var allowed =
                allowedHosts.contains(endpoint.getHost())
                        || Arrays.stream(addresses).allMatch(PublicAddress::is);
        return allowed ? Optional.of(addresses[0]) : Optional.empty();
    }

    private boolean leadsOutside(URI endpoint) {
        try {
            return resolve(endpoint).isPresent();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** An https URL with a host, and nobody's name and password in it. */
    private static Optional<URI> parse(String endpoint) {
        try {
            var uri = new URI(endpoint);
            return "https".equals(lower(uri.getScheme()))
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String lower(@Nullable String scheme) {
        return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    }
}
