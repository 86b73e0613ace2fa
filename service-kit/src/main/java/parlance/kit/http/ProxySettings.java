package parlance.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who stands between the clients and us. */
@ConfigMapping(prefix = "parlance")
interface ProxySettings {

    /**
     * Addresses and networks (such as 10.0.0.0/8) of the proxies whose {@code X-Forwarded-For} is
     * believed.
     */
    @WithDefault("127.0.0.1")
    Optional<List<String>> trustedProxies();
}
