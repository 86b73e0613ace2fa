package parlance.contracts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packet for users who could not be reached: a record of {@link Topic#DELIVERIES_OFFLINE}, whose
 * value is the packet and whose headers are the rest.
 *
 * @param position identifies the packet, which may be consumed twice
 * @param users the recipients without a connection whose records share one partition
 * @param author the user whose action the packet is about; never one of {@code users}
 */
public record OfflineDelivery(
        RawJson packet,
        Position position,
        List<UserId> users,
        @Nullable UserId author,
        Set<OfflinePolicy> whenAbsent) {}
