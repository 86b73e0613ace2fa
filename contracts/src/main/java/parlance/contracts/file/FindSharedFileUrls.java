package parlance.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.UserId;

/**
 * The request of {@link parlance.contracts.Route#FIND_SHARED_FILE_URLS}: file-service hands a
 * {@code get_file_urls} on because it cannot decide on all of the files. message-service knows to
 * which conversations they were sent, and answers the client.
 *
 * @param ids what the client asked for, in its order
 * @param readable the URLs of the files that file-service has decided on, by the id asked for
 * @param shared the files that the caller may read only if they were sent to the caller
 */
public record FindSharedFileUrls(
        @JsonProperty("file_ids") List<FileId> ids,
        @JsonProperty("readable") Map<FileId, String> readable,
        @JsonProperty("shared") List<SharedFile> shared) {

    /**
     * A file that may have been sent.
     *
     * @param objectId its other id: messages name it by either
     * @param owner who uploaded it
     * @param shownIn conversations that have it as their image
     * @param url where it can be fetched
     */
    public record SharedFile(
            @JsonProperty("id") FileId id,
            @JsonProperty("object_id") FileId objectId,
            @JsonProperty("owner") UserId owner,
            @JsonProperty("shown_in") List<ConversationId> shownIn,
            @JsonProperty("url") String url) {}
}
