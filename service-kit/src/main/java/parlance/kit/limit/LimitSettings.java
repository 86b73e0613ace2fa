package parlance.kit.limit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whether anybody is limited. */
@ConfigMapping(prefix = "parlance.limits")
interface LimitSettings {

    /** By default everywhere but in local mode, where a load test comes from one address. */
    Optional<Boolean> enabled();
}
