package parlance.auth.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import parlance.contracts.OrganizationId;

/** What holds for sign-ins that name no organization. */
@ConfigMapping(prefix = "parlance")
interface LoginConfig {

    /** The organization of whoever names none. */
    @WithDefault("default")
    String defaultOrganizationId();

    default OrganizationId defaultOrganization() {
        return new OrganizationId(defaultOrganizationId());
    }
}
