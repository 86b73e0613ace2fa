package parlance.push.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import parlance.kit.limit.Limit;

/** How many notifications one user may ask for. */
@ConfigMapping(prefix = "parlance.push.events")
interface PushEventLimit extends Limit {

    /** So many at once. */
    @Override
    @WithDefault("30")
    int burst();

    /** After those, one more in this time. */
    @Override
    @WithDefault("10s")
    Duration every();
}
