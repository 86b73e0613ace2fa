package parlance.contracts.session;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import parlance.contracts.Event;
import parlance.contracts.SessionId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/** Everything auth-service tells the other services. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface SessionEvent extends Event {

    UserId userId();

    @Override
    default Topic topic() {
        return Topic.SESSION_EVENTS;
    }

    @Override
    default String key() {
        return userId().value();
    }

    /** The session has ended: its sockets are signed out, and its access tokens are refused. */
    @JsonTypeName("session_revoked")
    record SessionRevoked(UserId userId, SessionId sessionId, Instant at) implements SessionEvent {}
}
