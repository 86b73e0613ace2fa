package parlance.push.endpoint;

import java.util.Optional;
import java.util.Set;

/** Guards for tests. */
public final class EndpointGuards {

    private EndpointGuards() {}

    public static EndpointGuard allowing(String host) {
        return new EndpointGuard(() -> Optional.of(Set.of(host)));
    }
}
