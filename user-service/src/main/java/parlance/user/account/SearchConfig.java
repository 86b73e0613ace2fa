package parlance.user.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import parlance.kit.limit.Limit;

/** How much a search may find. */
@ConfigMapping(prefix = "parlance.search")
interface SearchConfig {

    /** Users in an answer, unless the client says how many it wants. */
    @WithName("default")
    @WithDefault("30")
    int defaultLimit();

    /** Users in an answer at most. */
    @WithDefault("100")
    int max();

    /** Users looked at for one answer; of more than these, some that match may be missing. */
    @WithDefault("1000")
    int candidates();

    /** How often one user may search. */
    PerUser perUser();

    interface PerUser extends Limit {
        /** A client that searches while its user types sends a request with every letter. */
        @Override
        @WithDefault("60")
        int burst();

        /** After those, one more is let through in this time. */
        @Override
        @WithDefault("500ms")
        Duration every();
    }
}
