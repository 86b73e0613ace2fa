package parlance.message.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.jspecify.annotations.Nullable;

/** How much a search gives. */
@ConfigMapping(prefix = "parlance.search")
public interface SearchConfig {

    /** Conversations that {@code conversation_search} gives when the client does not say. */
    @WithName("default")
    @WithDefault("30")
    int usual();

    /** The most that {@code conversation_search} gives. */
    @WithDefault("100")
    int max();

    /** How many a client gets that asks for this many. */
    default int limit(@Nullable Integer asked) {
        return Math.min(asked == null ? usual() : asked, max());
    }
}
