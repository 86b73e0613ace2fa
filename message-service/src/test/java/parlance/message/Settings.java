package parlance.message;

import java.time.Duration;

/** What an operator may have set. */
public record Settings(int listDefault, int listMax, Duration resendWindow, boolean openChannels)
        implements MessageConfig {

    /** Pages of this size, and no larger than that one. */
    public static Settings pages(int listDefault, int listMax) {
        return new Settings(listDefault, listMax, Duration.ofHours(24), false);
    }

    /** Everybody in a channel may write and be read. */
    public static Settings withOpenChannels() {
        return new Settings(30, 100, Duration.ofHours(24), true);
    }
}
