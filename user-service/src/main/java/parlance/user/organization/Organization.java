package parlance.user.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import parlance.contracts.OrganizationId;

/** A tenant, as administrators see it (protocol 3.11). */
public record Organization(
        @JsonProperty("_id") OrganizationId id,
        @JsonProperty("name") String name,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {}
