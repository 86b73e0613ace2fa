package parlance.internalapi.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/files/show} of file-service: a user lets others read a file, as the image
 * of a user or a conversation. The answer is {@link FileUrls}, empty if the user can read no such
 * file.
 *
 * @param conversationId its participants, now and later, may read the file; without one, all users
 *     of the organization may
 */
public record GrantFileAccess(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("file_id") FileId fileId,
        @JsonProperty("conversation_id") @Nullable ConversationId conversationId) {}
