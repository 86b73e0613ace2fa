package parlance.kit.resume;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.Position;
import parlance.contracts.StreamEntryId;

/**
 * A packet in a user's stream.
 *
 * @param except the connection that was left out: it has the packet's content from elsewhere
 */
public record ResumeEntry(
        StreamEntryId id, Position position, @Nullable ConnectionId except, String packet) {}
