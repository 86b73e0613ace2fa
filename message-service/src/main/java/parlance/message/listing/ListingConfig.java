package parlance.message.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many conversations a list gives. */
@ConfigMapping(prefix = "parlance.conversation")
public interface ListingConfig {

    /** How many conversations {@code conversation_list} gives when the client does not say. */
    @WithDefault("30")
    int listDefault();

    /** The most that {@code conversation_list} gives. */
    @WithDefault("100")
    int listMax();
}
