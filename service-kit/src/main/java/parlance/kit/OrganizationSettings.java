package parlance.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;

/** What holds for requests that name no organization. */
@ConfigMapping(prefix = "parlance")
public interface OrganizationSettings {

    /** The organization of whoever names none; it exists from the start. */
    @WithDefault("default")
    String defaultOrganizationId();

    default OrganizationId orDefault(@Nullable OrganizationId named) {
        return named == null ? new OrganizationId(defaultOrganizationId()) : named;
    }
}
