package parlance.auth.trust;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import parlance.kit.http.HttpSettings;
import parlance.kit.http.PublicAddress;

/**
 * Which hosts keys may be fetched from: whoever names a URL must not make this process ask its own
 * neighbours.
 */
@Singleton
class IssuerHosts {

    private final Set<String> privateHosts;
    private final boolean local;

    IssuerHosts(TrustConfig config, HttpSettings http) {
        this.privateHosts = config.privateHosts().orElse(Set.of());
        this.local = http.local();
    }

    /**
     * @throws IOException if nothing may be fetched from there
     */
    void check(URI url) throws IOException {
        var host = url.getHost();
        if (local || privateHosts.contains(host)) {
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
