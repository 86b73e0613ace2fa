package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/blocks/find} of user-service: whom do these users block? Services ask it
 * for users that the read model in Redis does not know. user-service answers {@link BlockLists},
 * and writes them to the read model.
 */
public record BlockQuery(@JsonProperty("ids") List<UserId> ids) {}
