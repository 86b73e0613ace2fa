package parlance.push.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which providers there are, and how long they may take. */
@ConfigMapping(prefix = "parlance.push")
public interface ProviderConfig {

    /** The credentials of every organization that has none of its own. */
    @WithParentName
    ProviderCredentials credentials();

    /** Credentials of single organizations, by organization id; each provider for itself. */
    Map<String, ProviderCredentials> organizations();

    /** How long a provider has to answer, and to be connected to. */
    @WithDefault("10s")
    Duration timeout();

    /**
     * A PEM file of the certificates that providers are trusted by, in place of the JVM's: for an
     * inspecting proxy, and for tests.
     */
    Optional<Path> trustedCertificates();
}
