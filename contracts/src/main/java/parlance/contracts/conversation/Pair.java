package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.UserId;

/**
 * {@code GET /internal/conversations/{cid}/pair} of conversation-service: the two people of a 1-1,
 * also of one that has left it.
 */
public record Pair(@JsonProperty("people") List<UserId> people) {}
