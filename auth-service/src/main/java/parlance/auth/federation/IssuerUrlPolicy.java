package parlance.auth.federation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import parlance.kit.http.PublicAddress;
import parlance.kit.jwt.JwksFetcher;

/**
 * Which hosts keys may be fetched from: a user who names a URL must not make this process ask its
 * own neighbours.
 */
@Singleton
class IssuerUrlPolicy implements JwksFetcher.UrlPolicy {

    private final Set<String> privateHosts;
    private final boolean anyHost;

    IssuerUrlPolicy(FederationConfig config) {
        this.privateHosts = config.privateHosts().orElse(Set.of());
        this.anyHost = config.anyHost();
    }

    @Override
    public void check(URI url) throws IOException {
        var host = url.getHost();
        if (anyHost || privateHosts.contains(host)) {
            return;
        }
        if (!"https".equals(url.getScheme()) || host == null || url.getUserInfo() != null) {
            throw new IOException("not an https URL");
        }
        if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::is)) {
            throw new IOException("an address that is not public");
        }
    }
}
