package parlance.file.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the bytes lie. Any server that speaks S3 will do. */
@ConfigMapping(prefix = "parlance.storage")
public interface StorageConfig {

    /**
     * What kind of server it is. All of these speak S3: {@code minio} and {@code spaces} are known
     * for existing configurations, and mean the same as {@code s3} with an {@code endpoint}.
     */
    @WithDefault("s3")
    Driver driver();

    /** Where file-service finds the S3 server ({@code S3_ENDPOINT}); AWS, if unset. */
    Optional<String> endpoint();

    /** Where clients find it ({@code S3_PUBLIC_ENDPOINT}); by default at {@code endpoint}. */
    Optional<String> publicEndpoint();

    /** The bucket ({@code S3_BUCKET}), which must exist. */
    String bucket();

    /** The region that URLs are signed for ({@code S3_REGION}). */
    String region();

    /** Whether the bucket stands in the path of URLs, and not in the name of the host. */
    @WithDefault("true")
    boolean pathStyle();

    /**
     * {@code static} for the two keys below, {@code default} for what the AWS SDK finds by itself.
     * A URL ends with the credentials that signed it: a role's are too short-lived for long URLs.
     */
    @WithDefault("static")
    String credentials();

    /** Who signs ({@code S3_ACCESS_KEY}). */
    Optional<String> accessKey();

    /** What is signed with ({@code S3_SECRET_KEY}). */
    Optional<String> secretKey();

    /** How often is looked whether the server can be reached. */
    @WithDefault("10s")
    String probeInterval();

    /** See {@link #driver}. */
    enum Driver {
        S3,
        MINIO,
        SPACES
    }
}
