package parlance.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** What every HTTP route of Parlance has in common. */
@ConfigMapping(prefix = "parlance")
public interface HttpSettings {

    /**
     * Origins that browsers may call from, such as {@code https://chat.example.org}, beside the
     * service's own host. In local mode any. Stands for {@code quarkus.http.cors.origins}.
     */
    @WithName("http.cors.origins")
    Optional<List<String>> origins();

    /** The bearer token with which services call each other's internal routes. */
    @WithName("service-token")
    Optional<String> serviceToken();
}
