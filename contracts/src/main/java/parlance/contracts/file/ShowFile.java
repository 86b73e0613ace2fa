package parlance.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/files/show} of file-service: this user shows a file to others, as a
 * picture. The answer is {@link FileUrls}, empty if the user can read no such file.
 *
 * @param conversationId to whoever takes part in it, now or later; none to everybody in the
 *     organization
 */
public record ShowFile(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("file_id") FileId fileId,
        @JsonProperty("conversation_id") @Nullable ConversationId conversationId) {}
