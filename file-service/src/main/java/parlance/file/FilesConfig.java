package parlance.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;

/** What an operator may set of files. */
@ConfigMapping(prefix = "parlance.files")
public interface FilesConfig {

    /** How long a file may be uploaded after it was created. */
    @WithDefault("3600s")
    @DurationMax(days = 7)
    Duration uploadUrlTtl();

    /**
     * How long a download URL is good for, at most the 7 days that S3 allows. The same one is given
     * out until a tenth of this is left.
     */
    @WithDefault("604800s")
    @DurationMax(days = 7)
    Duration downloadUrlTtl();

    /** The largest file that may be created, in bytes. By default what an attachment may have. */
    @WithDefault("104857601")
    long maxSize();
}
