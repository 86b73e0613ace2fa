package parlance.local.infra;

import java.util.HashMap;
import java.util.Map;

/** What a client of the local S3 server needs besides its address. */
final class S3Settings {

    /** Good enough for a server that only this machine can reach. */
    static final Map<String, String> DEFAULTS =
            Map.of(
                    "S3_ACCESS_KEY", "parlance-local",
                    "S3_SECRET_KEY", "parlance-local-secret",
                    "S3_BUCKET", "parlance-files",
                    "S3_REGION", "us-east-1");

    private S3Settings() {}

    /** Those of an environment, completed. */
    static Map<String, String> of(Map<String, String> environment) {
        var settings = new HashMap<>(DEFAULTS);
        settings.replaceAll(environment::getOrDefault);
        return Map.copyOf(settings);
    }
}
