package parlance.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether anybody is limited. */
@ConfigMapping(prefix = "parlance.limits")
interface LimitSettings {

    /** False in local mode, where a load test comes from one address. */
    @WithDefault("true")
    boolean enabled();
}
