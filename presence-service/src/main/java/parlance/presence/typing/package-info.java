/** Who types where: told to the others at once, and kept nowhere (protocol 3.4). */
@NullMarked
package parlance.presence.typing;

import org.jspecify.annotations.NullMarked;
