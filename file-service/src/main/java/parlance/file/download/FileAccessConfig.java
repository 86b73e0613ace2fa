package parlance.file.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may read files. */
@ConfigMapping(prefix = "parlance.files")
interface FileAccessConfig {

    /**
     * Who may ask where a file is: everybody in its {@code organization}, or {@code participants}
     * only, which is its owner, whoever takes part in a conversation to which it was sent, and
     * whoever it is shown to as a picture.
     */
    @WithDefault("organization")
    Rule read();

    /** See {@link #read}. */
    enum Rule {
        ORGANIZATION,
        PARTICIPANTS
    }
}
