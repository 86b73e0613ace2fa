package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/files/readable} of message-service: which of these files may this user
 * read, for having been sent to a conversation of the user's? The answer is {@link ReadableFiles}.
 */
public record ReadableFilesQuery(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("files") List<SharedFile> files) {

    /**
     * A file that may have been sent.
     *
     * @param objectId its other id: messages name it by either
     * @param owner who uploaded it
     * @param shownIn conversations that have it as their image
     */
    public record SharedFile(
            @JsonProperty("id") FileId id,
            @JsonProperty("object_id") FileId objectId,
            @JsonProperty("owner") UserId owner,
            @JsonProperty("shown_in") List<ConversationId> shownIn) {}
}
