package parlance.push.endpoint;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Which endpoints of Web Push are exempt from the rule of public addresses. */
@ConfigMapping(prefix = "parlance.push")
interface EndpointConfig {

    /**
     * Host names that may be reached though their addresses are not public, for tests and local
     * mode. By default there are none.
     */
    Optional<Set<String>> allowedHosts();
}
