/** A conversation's messages as one reader sees them. */
@NullMarked
package parlance.message.history;

import org.jspecify.annotations.NullMarked;
