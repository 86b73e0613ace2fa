package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import parlance.contracts.Event;
import parlance.contracts.OrganizationId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/** Everything user-service tells the other services: whole states, on a compacted topic. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface UserEvent extends Event {

    UserId userId();

    /** Grows with each change; a reader keeps the highest it has seen. */
    long version();

    @Override
    default Topic topic() {
        return Topic.USER_EVENTS;
    }

    @Override
    default String key() {
        return userId().value();
    }

    /** The user as it now is. */
    @JsonTypeName("user_saved")
    record UserSaved(UserId userId, OrganizationId organizationId, long version, User user)
            implements UserEvent {}

    /** The user was deleted, and can never sign in again. */
    @JsonTypeName("user_deleted")
    record UserDeleted(UserId userId, OrganizationId organizationId, long version)
            implements UserEvent {}
}
