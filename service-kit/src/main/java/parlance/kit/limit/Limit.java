package parlance.kit.limit;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** So many attempts at once, and from then on one each time a while has passed. */
public interface Limit {

    /** Attempts that somebody who waited long enough may make at once. */
    @WithDefault("10")
    int burst();

    /** After this long there is one attempt more. */
    @WithDefault("30s")
    Duration every();
}
