package parlance.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;

/**
 * {@code POST /internal/files/urls} of file-service: where are these pictures? Who asks has made
 * sure that whoever is to see the answer may; it is {@link FileUrls}.
 */
public record FileUrlQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("ids") Collection<FileId> ids) {}
