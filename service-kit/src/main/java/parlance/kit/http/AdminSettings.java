package parlance.kit.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may use the admin routes. */
@ConfigMapping(prefix = "parlance.admin")
public interface AdminSettings {

    /** What administrators show in the header {@code admin-api-key}; without it nobody gets in. */
    Optional<String> apiKey();
}
