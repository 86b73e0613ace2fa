/** Messages: sent once, numbered, listed. */
@NullMarked
package parlance.message.message;

import org.jspecify.annotations.NullMarked;
