/** Packets that clients send each other, which are not stored. */
@NullMarked
package parlance.message.system;

import org.jspecify.annotations.NullMarked;
