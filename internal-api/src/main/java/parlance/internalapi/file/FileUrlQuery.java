package parlance.internalapi.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;

/**
 * {@code POST /internal/files/urls} of file-service: what are the URLs of these images? The calling
 * service has checked that the user who gets the answer may see them. The answer is {@link
 * FileUrls}.
 */
public record FileUrlQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("ids") Collection<FileId> ids) {}
