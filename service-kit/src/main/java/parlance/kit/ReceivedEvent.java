package parlance.kit;

import java.time.Instant;
import parlance.contracts.Position;

/**
 * An event on its topic.
 *
 * @param position where it stands: a second event with the same position is the same
 * @param at when the broker appended it
 */
public record ReceivedEvent<E>(E event, Position position, Instant at) {}
