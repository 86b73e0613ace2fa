/** Messages deleted, for oneself or for everybody. */
@NullMarked
package parlance.message.deletion;

import org.jspecify.annotations.NullMarked;
