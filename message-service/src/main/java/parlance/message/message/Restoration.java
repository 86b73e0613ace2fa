package parlance.message.message;

import java.util.List;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/**
 * A message brought people back into their 1-1, who hear of that first.
 *
 * @param version of the conversation in which they are back
 */
public record Restoration(long version, List<UserId> people, RawJson packet) {}
