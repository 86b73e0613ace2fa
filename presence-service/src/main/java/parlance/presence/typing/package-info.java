/** Typing notices: sent to the other participants at once, and not stored (protocol 3.4). */
@NullMarked
package parlance.presence.typing;

import org.jspecify.annotations.NullMarked;
