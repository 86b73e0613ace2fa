package parlance.user.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** A contact as its owner sees it (protocol 4.2). */
record ContactView(
        @JsonProperty("_id") ContactId id,
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId owner,
        @JsonProperty("first_name") @Nullable String firstName,
        @JsonProperty("last_name") @Nullable String lastName,
        @JsonProperty("company") @Nullable String company,
        @JsonProperty("email") @Nullable List<Value> email,
        @JsonProperty("phone") @Nullable List<Value> phone,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {

    /** An address, and the registered user whose it is. */
    record Value(
            @JsonProperty("type") String type,
            @JsonProperty("value") String value,
            @JsonProperty("matched_user_id") @Nullable UserId matched) {}

    /** The reply with one contact. */
    record One(@JsonProperty("contact") ContactView contact) {}

    /** The reply with several. */
    record Many(@JsonProperty("contacts") List<ContactView> contacts) {}
}
