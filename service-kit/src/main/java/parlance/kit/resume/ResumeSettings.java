package parlance.kit.resume;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far back a client may resume; see {@code docs/resume.md}. */
@ConfigMapping(prefix = "parlance.resume")
public interface ResumeSettings {

    /** So many packets of a user at most, typing and presence not counted. */
    @WithDefault("1000")
    int packets();

    /** For so long after a packet, and after the user's last connection is gone. */
    @WithDefault("10m")
    Duration window();
}
