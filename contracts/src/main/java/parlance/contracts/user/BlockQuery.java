package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/blocks/find} of user-service: whom do these users block? Asked for whom the
 * read model in Redis does not know; the answer, {@link BlockLists}, is then there too.
 */
public record BlockQuery(@JsonProperty("ids") List<UserId> ids) {}
