package parlance.user.organization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which issuers an organization may trust. */
@ConfigMapping(prefix = "parlance.user.issuers")
interface IssuerConfig {

    /** Whether an issuer's keys may be at an http URL; true in local mode only. */
    @WithDefault("false")
    boolean plainHttp();
}
