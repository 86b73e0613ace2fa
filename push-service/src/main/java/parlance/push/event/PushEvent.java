package parlance.push.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import parlance.contracts.UserId;

/**
 * A notification that a user asked for, as the answer shows it (protocol 3.5).
 *
 * @param recipients those who exist
 * @param message the JSON that was asked for, as text
 */
record PushEvent(
        @JsonProperty("_id") String id,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("recipients_ids") List<UserId> recipients,
        @JsonProperty("message") String message,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {

    /** The same under the name that the existing server gives it. */
    @JsonProperty("user_ids")
    List<UserId> userIds() {
        return recipients;
    }
}
