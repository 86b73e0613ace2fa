package parlance.contracts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packet for users who could not be reached: a record of {@link Topic#DELIVERIES_OFFLINE}, whose
 * value is the packet and whose headers are the rest.
 *
 * @param position the packet's own; the same packet may come twice
 * @param users those of one partition
 * @param author whose doing the packet tells of; never one of the users
 */
public record OfflineDelivery(
        RawJson packet,
        Position position,
        List<UserId> users,
        @Nullable UserId author,
        Set<Absent> whenAbsent) {}
