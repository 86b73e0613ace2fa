package parlance.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import parlance.kit.limit.Limit;

/** What an operator may set of presence-service. */
@ConfigMapping(prefix = "parlance")
public interface PresenceConfig {

    /** Whether everybody in a channel may be seen typing: in one where everybody may write. */
    @WithName("channel.open")
    @WithDefault("false")
    boolean openChannels();

    Activity presence();

    /** Who is there, and who types. */
    interface Activity {

        /**
         * A user whose last connection closed is announced offline after this long, unless back by
         * then. A user who signs out is announced at once.
         */
        @WithDefault("400ms")
        Duration debounce();

        /** How often it is looked for users who went offline without anybody noticing. */
        @WithDefault("60s")
        Duration walk();

        /** How often those are told who watch a user who is online and connects once more. */
        Repeats repeats();

        /** How often a user is seen typing; more is dropped without a word. */
        Typing typing();
    }

    /** See {@link Activity#repeats}. */
    interface Repeats extends Limit {

        /** So many devices may connect at once. */
        @Override
        @WithDefault("10")
        int burst();

        /** After this long there is one more. */
        @Override
        @WithDefault("1s")
        Duration every();
    }

    /** See {@link Activity#typing}. */
    interface Typing extends Limit {

        /** At once, in all conversations and on all devices together. */
        @Override
        @WithDefault("20")
        int burst();

        /** After this long there is one more. */
        @Override
        @WithDefault("500ms")
        Duration every();
    }
}
