/** Packets that clients send each other, which nobody keeps. */
@NullMarked
package parlance.message.system;

import org.jspecify.annotations.NullMarked;
