package parlance.kit.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.UserId;

/**
 * Who can be reached, and where.
 *
 * @param connections of each user, with an empty list for those who have none
 * @param resumable those who may come back to where they were: what is for them is numbered first
 */
public record ConnectedRecipients(
        Map<UserId, List<Registration>> connections, Set<UserId> resumable) {}
