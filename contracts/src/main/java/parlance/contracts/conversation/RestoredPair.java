package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.RawJson;

/**
 * {@code POST /internal/conversations/{cid}/pair/restore?by={user}} of conversation-service: both
 * people take part in the 1-1 again, and the directory says so. Asked when one of them writes.
 *
 * @param packet the {@code conversation_created} that who was missing is to see
 */
public record RestoredPair(@JsonProperty("packet") RawJson packet) {}
