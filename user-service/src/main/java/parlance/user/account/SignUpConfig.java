package parlance.user.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import parlance.kit.limit.Limit;

/** How many accounts may be opened from one address. */
@ConfigMapping(prefix = "parlance.user.sign-up")
interface SignUpConfig extends Limit {

    /** A class or an office may sign up together. */
    @Override
    @WithDefault("50")
    int burst();

    /** After those, one more is opened in this time. */
    @Override
    @WithDefault("60s")
    Duration every();
}
