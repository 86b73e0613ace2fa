package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.Position;
import parlance.contracts.RawJson;

/**
 * The packets that a user missed while offline (protocol 0.2, D4). It answers {@code missed_claim};
 * only the connection that claimed them gets them.
 *
 * @param packets oldest first
 * @param more whether more packets can be claimed
 */
public record MissedChanges(
        @JsonProperty("packets") List<Packet> packets, @JsonProperty("more") boolean more) {

    /**
     * @param position {@link Position#toString()}, by which the packet is handed back if the
     *     connection breaks
     */
    public record Packet(
            @JsonProperty("position") String position, @JsonProperty("packet") RawJson packet) {}
}
