package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.Position;
import parlance.contracts.RawJson;

/**
 * What a user is told on coming back (protocol 0.2, D4); the answer to {@code missed_claim}, by
 * which it becomes the asking connection's and nobody else's.
 *
 * @param packets oldest first
 * @param more there is more to claim
 */
public record Missed(
        @JsonProperty("packets") List<Packet> packets, @JsonProperty("more") boolean more) {

    /**
     * @param position {@link Position#toString()}, by which the packet is handed back if the
     *     connection breaks
     */
    public record Packet(
            @JsonProperty("position") String position, @JsonProperty("packet") RawJson packet) {}
}
