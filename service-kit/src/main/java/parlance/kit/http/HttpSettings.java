package parlance.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** What every HTTP route of Parlance has in common. */
@ConfigMapping(prefix = "parlance")
public interface HttpSettings {

    /**
     * Origins that browsers may call from, exactly as in the Origin header. An empty list means any
     * in local mode and none in production.
     */
    @WithName("http.cors.origins")
    Optional<List<String>> origins();

    /** On a developer's machine: any origin, wide limits, cookies without TLS. */
    @WithName("local")
    @WithDefault("false")
    boolean local();

    /** The bearer token with which services call each other's internal routes. */
    @WithName("service-token")
    Optional<String> serviceToken();

    /** Whether a browser at {@code origin} may talk to us. */
    default boolean allows(String origin) {
        return origins().map(list -> list.contains(origin)).orElse(local());
    }
}
