package parlance.kit.resume;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.EntryId;
import parlance.contracts.Position;

/**
 * A packet in a user's stream.
 *
 * @param except the connection that was left out: it has the packet's content from elsewhere
 */
public record ResumeEntry(
        EntryId id, Position position, @Nullable ConnectionId except, String packet) {}
