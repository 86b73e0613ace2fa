package parlance.gateway.connection;

import java.util.HashMap;
import java.util.Map;
import parlance.contracts.Position;

/**
 * The last position that a connection was given of each stream: what is not newer has been written
 * before. For the inbox's thread only.
 */
final class DeliveredPositions {

    private final Map<String, Position> last = new HashMap<>();

    boolean includes(Position position) {
        var known = last.get(position.stream());
        return known != null && !position.isAfter(known);
    }

    void add(Position position) {
        last.put(position.stream(), position);
    }
}
