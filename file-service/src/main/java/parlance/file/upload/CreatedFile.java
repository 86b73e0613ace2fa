package parlance.file.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.file.metadata.FileMetadata;

/** A {@code File} as its owner sees it once (protocol 4.2): with the URL to put its bytes to. */
record CreatedFile(
        @JsonProperty("_id") FileId id,
        @JsonProperty("object_id") FileId objectId,
        @JsonProperty("name") String name,
        @JsonProperty("size") long size,
        @JsonProperty("content_type") String contentType,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("upload_url") String uploadUrl) {

    static CreatedFile of(FileMetadata file, String uploadUrl) {
        return new CreatedFile(
                file.id(),
                file.objectId(),
                file.name(),
                file.size(),
                file.contentType(),
                file.owner(),
                file.organizationId(),
                file.createdAt(),
                file.createdAt(),
                uploadUrl);
    }
}
